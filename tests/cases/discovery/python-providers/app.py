from anthropic import Anthropic
from langchain_aws import ChatBedrock
from langchain_openai import AzureChatOpenAI
from litellm import completion
from openai import OpenAI

OpenAI().chat.completions.create(model="gpt-4o-mini", messages=[])
Anthropic().messages.create(model="claude-3-5-sonnet-20241022", messages=[])
AzureChatOpenAI(azure_deployment="our-chat")
ChatBedrock(model_id="anthropic.claude-v2:1")
completion(model="gemini/gemini-1.5-pro", messages=[])
completion(model="mistral/mistral-large-latest", messages=[])
completion(model="cohere/command-r-plus", messages=[])
completion(model="vertex_ai/gemini-1.5-flash", messages=[])
completion(model="huggingface/acme/reader-7b", messages=[])
completion(model="ollama/llama3:8b", messages=[])
