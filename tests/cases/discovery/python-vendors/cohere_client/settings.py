def rerank(query, model="quick-3", top_model_name="cohere"):
    return query
