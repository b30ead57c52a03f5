// see https://huggingface.co/acme/commented/resolve/main/readme.md
const voice = (name) => fetch(`https://huggingface.co/acme/voices/resolve/main/${name}.bin`);
const long = `
  don't stop ${list.map((each) => `<b>${each}</b>`)}
`;
if (model.includes("gpt-4-turbo")) start({ model: config.model || "anthropic.claude-3-5-sonnet-20240620-v1:0" });
const embedder = defineOllamaEmbedder(ai, { modelName: "nomic-embed-text" });
const local = "nomic-ai/nomic-embed-text-v1.5-GGUF/nomic-embed-text-v1.5.f16.gguf";
