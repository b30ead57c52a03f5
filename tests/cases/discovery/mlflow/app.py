import mlflow
from transformers import pipeline

mlflow.transformers.log_model(transformers_model=pipeline("ner", model="acme/names"), name="ner")
mlflow.transformers.load_model("models:/ner/1")
mlflow.metrics.genai.answer_relevance(model="openai:/gpt-4o")
mlflow.metrics.genai.answer_relevance(model="endpoints:/judge")
