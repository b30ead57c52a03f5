from openai import AzureOpenAI

client = AzureOpenAI(azure_endpoint="https://x.openai.azure.com")
client.chat.completions.create(model="our-deployment", messages=[])
