import { Embeddings } from "./embeddings.js";

var OllamaEmbeddings = class extends Embeddings {
	model = "mxbai-embed-large";
	baseUrl = "http://localhost:11434";
};

class SarvamChat {
  constructor(config) {
    this.model = config.model || "sarvam-m";
  }
}

class Plain {
  model = "large";
}

const servedBy = {
  "o3": "openai",
  "groq-fast-1": "groq",
  "red": "groq",
};
