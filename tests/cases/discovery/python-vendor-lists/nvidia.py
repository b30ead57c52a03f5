from langchain_nvidia_ai_endpoints import ChatNVIDIA


class ChatNVIDIAProvider(BaseProvider, ChatNVIDIA):
    id = "nvidia-chat"
    models = [
        "playground_llama2_70b",
        "playground_nv_llama2_rlhf_70b",
    ]
    fields = [
        "top_p_2",
    ]
