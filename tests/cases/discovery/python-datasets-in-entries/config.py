from datasets import load_dataset

EXAMS = [
    dict(
        type=ExamDataset,
        abbr="exams",
        path="nordlys/exams",
        name="law",
    ),
]
JUDGES = [dict(type=HuggingFaceModel, abbr="judge", path="acme/judge-7b")]
RECORDS = {"poems": DatasetRecord(name="nordlys/poems", text_name="text")}
runs = load_dataset("nebius/SWE-agent-trajectories", split="train")


class TrainingTest:
    TASK_NAME = ["nordlys/letters", "nordlys/minutes"]
