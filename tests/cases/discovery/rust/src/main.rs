use hf_hub::api::sync::Api;

fn main() {
    let api = Api::new().unwrap();
    let repo = api.model("acme/reader".to_string());
    let tokenizer = Tokenizer::from_pretrained("acme/writer", None);
}
