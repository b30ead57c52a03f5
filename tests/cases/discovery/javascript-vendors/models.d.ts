export type Model = "gpt-4o" | "claude-3-5-sonnet-20241022";
