export const task = {
  datasets: [{ description: "Questions about Norwegian law.", id: "nordlys/law-questions" }],
  models: [
    {
      description: "Answers in one sentence.",
      id: "nordlys/answerer",
    },
  ],
  spaces: [
    {
      description: "Asks and answers.",
      id: "nordlys/legal-chat-7b",
    },
  ],
};
