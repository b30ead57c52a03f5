import { whisper } from "whisper-node";

export const MODELS_LIST = ["tiny", "base.en", "large-v1"];
const sizes = { window: "small" };
await whisper("talk.wav", { modelName: "medium" });
