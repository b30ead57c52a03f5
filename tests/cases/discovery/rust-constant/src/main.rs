use hf_hub::{api::sync::Api, Repo, RepoType};

const READER: &str = "acme/reader";
static WRITER: &str = "acme/writer";
const ROUTE: &str = "users/list";

fn main() {
    let talker = "acme/talker";
    let api = Api::new().unwrap();
    api.model(READER.to_string());
    api.repo(Repo::with_revision(WRITER.into(), RepoType::Model, "main".into()));
    let tokens = Tokenizer::from_pretrained(talker, None);
    println!("{}", ROUTE);
}
