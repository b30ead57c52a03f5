"""Organizations of the Hub, folders and other words that stand before a slash.

The lists are written from what well-known models and repositories are called; they decide only about strings
that no loader and no key makes certain.
"""

from __future__ import annotations

# Known for models and for little else: `name/anything` is a model id.
_HUB = """
01-ai adept ai-forever AI-Sweden-Models ai21labs ai4bharat AIDC-AI AI-ModelScope albert alexandrainst Alibaba-NLP allenai amphion answerdotai
arcee-ai argilla aubmindlab BAAI baichuan-inc bartowski beomi berkeley-nest bert-base bigcode bigscience Bingsu
black-forest-labs BlackSamorez BlinkDL BM-K bofenghuang briaai ByteDance ByteDance-Seed camel-ai CAMeL-Lab
canopylabs cardiffnlp cerebras chavinlo CIDAS CiDAS cl-tohoku cognitivecomputations CohereForAI CohereLabs
cointegrated CompVis coqui cross-encoder csebuetnlp cyberagent damo dandelin DavidAU davidkim205 dbmdz decapoda-research
DeepFloyd deepmind DeepPavlov deepseek-ai deepset deepvk defog dicta-il diffusers distil-whisper distilbert dmis-lab
dragonkue dreamlike-art dslim dunzhang echarlaix elastic EleutherAI EleutherAI-ko elyza emilyalsentzer espnet
facebook-llama FacebookAI facebookresearch fishaudio FlagAlpha flax-sentence-embeddings FreedomIntelligence fxmarty
GanymedeNil genmo ggml-org google-bert google-t5 gradientai Gryphe h2oai Helsinki-NLP hexgrad hf-internal-testing
hf-tiny-model-private hiyouga hkunlp HKUSTAudio HooshvareLab hugging-quants HuggingFaceH4 HuggingFaceM4
HuggingFaceTB huggyllama hunyuanvideo-community hustvl ibm-fms ibm-granite ibm-research IDEA-CCNL IDEA-Research iic
IlyaGusev impira Intel-bigcode internlm intfloat j-hartmann jbetker jhgan jinaai joeddav jonatasgrosman kaitchup
kandinsky-community klue KoboldAI Kwai-Kolors kykim laion latent-consistency LGAI-EXAONE lightonai Lightricks
LiheYoung line-corporation liuhaotian llamafactory llava-hf lllyasviel llm-jp LLM360 lmstudio-ai lmstudio-community
lmsys LumiOpen lvwerra Lykon madebyollin manycore-research matsuo-lab maywell MaziyarPanahi McGill-NLP meta-llama
microsoft-phi microsoft-research MiniMaxAI mistral-community mistralai mixedbread-ai mlabonne mlc-ai mlx-community
moka-ai monologg moonshotai MoritzLaurer mosaicml Mozilla mradermacher mrm8488 myshell-ai nari-labs nateraw naver
naver-clova-ix neuralmagic nlpai-lab nlpconnect nlptown nomic-ai NousResearch NovaSky-AI numind nvidia-nemo
nyrahealth OFA-Sys onnx-community onnx-models open-mmlab Open-Orca openai-community openai-gpt OpenAssistant openbmb
openchat OpenGVLab openlm-research openmodelinfra OpenMOSS-Team opensearch-project optimum optimum-internal-testing
Ostris parler-tts patrickjohncyh patrickvonplaten peft-internal-testing pfnet philschmid Phind pierreguillou
PixArt-alpha playgroundai prajjwal1 primeline princeton-nlp prithivida prompthero ProsusAI pszemraj pyannote
PygmalionAI Qdrant qdrant QuantFactory Qwen ramsrigouthamg RedHatAI ResembleAI rhymes-ai rinna runwayml RWKV
Salesforce-CodeGen SamLowe Sao10K sberbank-ai seara sentence-transformers sesame SG161222 shibing624 skt Skywork
Snowflake snunlp Sosaka speechbrain sshleifer stabilityai stanford-crfm state-spaces stepfun-ai stockmark suno
superb swiss-ai SWivid Systran tencent-hunyuan TheBloke thenlper THUDM tiiuae timm TinyLlama tloen togethercomputer
tohoku-nlp tokyotech-llm Tongyi-MAI trl-internal-testing trl-lib tuner007 typeform UBC-NLP uer ufal unsloth
unum-cloud upskyy upstage urchade utter-project VAGOsolutions valhalla Vamsi vblagoje vidore vikhyatk vilm vinai
w601sxs Wan-AI wanglab WhereIsAI WizardLM WizardLMTeam xai-org Xenova XLabs-AI xlm-roberta xlnet yanolja ydshieh
yiyanghkust yjernite zai-org zhihan1996 zhipuai-inc
"""

# Known for models and for other things (code, images): the name must look like a model's.
_SHARED = """
adobe alibaba amazon AMD amd anthropic apple assemblyai baidu cisco cohere databricks deepmind deepseek elastic
facebook fireworks google groq huggingface ibm Intel intel kakaobrain kakaocorp meta microsoft mistral moonshot
mozilla naver-ai nvidia openai oracle pytorch qualcomm replit Salesforce salesforce samsung snowflake sony
speechmatics tencent vllm-project Writer writer xai
"""

# Folders, media types, time zones, code hosts, placeholders: never an organization.
_FOLDERS = """
. .. a actions Africa America and Antarctica api app application applications apps archive Arctic artifacts Asia
asset assets Atlantic audio Australia author b backend backup bin bugfix build cache checkpoint checkpoints chemical
ckpt ckpts cmd code common component components compression conditioner conf config configs content core data dataset datasets deploy
deployment deployments dev dist doc docker docs download downloads embeddings Etc etc Europe eval evals example
examples exp exp_out experiment experiments export exports external feat feature features figures file files final
fix font frontend generated github.com gitlab.com hf hf_org hf_username home hotfix http https hub huggingface.co image
images img include Indian inference inference-endpoints input inputs internal lib library libs lm llm_models local
local_models log logs main media message Misc misc mnt mock model model-name model_name models module modules multipart my
my-model my_model N n namespace node_modules notebook notebooks opt or org org-name org_name organization origin
other out output outputs owner Pacific package packages pages parent path path-to path_to plugin plugins pretrained
pretrained_model pretrained_models project projects public refs release repo repos resource resources result results
root run runs s3 sample samples save saved saved_model saved_models script scripts server service services shared solver solvers
some src static storage submodules system task tasks temp template templates test test_data testdata tests text
third_party tmp to tokenizer tokenizers tool tools train trained trained_models training true/false upstream US user
user-name username username_or_org usr utils var vendor video view views volume web weights work workspace
x-www-form-urlencoded your-hf-username your-name your-namespace your-org your-username your_org your_username
"""

HUB = frozenset(_HUB.split())
SHARED = frozenset(_SHARED.split())
FOLDERS = frozenset(_FOLDERS.split())
