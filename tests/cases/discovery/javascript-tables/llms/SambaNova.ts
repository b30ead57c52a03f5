class SambaNova {
  private static MODEL_IDS: { [name: string]: string } = {
    "llama3.3-70b": "Meta-Llama-3.3-70B-Instruct",
    "fast": "quick-9",
  };
  static voices = { "one": "alto-9" };
}
