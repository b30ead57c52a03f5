"""Organizations of the Hub, folders and other words that stand before a slash.

The lists are written from what well-known models and repositories are called; they decide only about strings
that no loader and no key makes certain.
"""

from __future__ import annotations

# Known for models and for little else: `name/anything` is a model id.
_HUB = """
01-ai 01ai adept agentica-org ai-forever AI-ModelScope ai-sage AI-Sweden-Models ai21labs ai4bharat AIDC-AI aisingapore
albert alefiury alexandrainst ali-vilab Alibaba-NLP alimama-creative allegro allenai almanach Alpha-VLLM alpindale
amberoad amphion answerdotai anthracite-org antoinelouis arcee-ai argilla argilla-warehouse ArthurZ asafaya asahi417
athrael-soju aubmindlab audeering autogluon AutonLab avsolatorio BAAI Babelscape baichuan-inc bartowski BeIR beomi
berkeley-nest bert-base bhadresh-savani bigcode bigscience Bingsu biodatlab bionlp bkai-foundation-models
black-forest-labs BlackSamorez BlinkDL BM-K bofenghuang bosonai boychaboy briaai ByteDance bytedance-research
ByteDance-Seed cagliostrolab cahya cambridgeltl camel-ai CAMeL-Lab canopylabs cardiffnlp casperhansen cerebras
cerspense charactr chavinlo CIDAS CiDAS circlestone-labs city96 ckiplab cl-nagoya cl-tohoku Clinical-AI-Apollo cmarkea
codefuse-ai codellama codesage cognitivecomputations CohereForAI CohereLabs cointegrated colbert-ir Comfy-Org CompVis
coqui core42 cross-encoder csebuetnlp csukuangfj cvssp cyberagent d4data damo damo-vilab dandelin dangvantuan
dataautogpt3 datalab-to DavidAU davidkim205 Davlan dbmdz dccuchile decapoda-research declare-lab deepcogito deepdml
DeepFloyd DeepPavlov deepseek-ai deepseek-community deepset deepvk defog depth-anything dicta-il diffusers digiplay
distil-whisper distilbert dmis-lab dphn dragonkue dreamlike-art dslim dunzhang echarlaix Efficient-Large-Model
ehartford ehcalabres ehristoforu EleutherAI EleutherAI-ko elyza emilianJR emilyalsentzer espnet etalab-ia ethanyt
facebook-llama FacebookAI facebookresearch fastino fcakyon finiteautomata fishaudio fla-hub FlagAlpha FlagRelease
flaubert flax-sentence-embeddings florence-community fnlp FreedomIntelligence FremyCompany FunAudioLLM FuseAI fusing
fxmarty GanymedeNil garage-bAInd genmo ggml-org google-bert google-research-datasets google-t5 gradientai GritLM
Gryphe GSAI-ML gsarti guillaumekln guoyww h2oai h94 hakurei haoheliu harritaylor Hcompany Helsinki-NLP hexgrad
hf-internal-testing hf-tiny-model-private hfl HiDream-ai HIT-TMG hiyouga hkunlp HKUSTAudio hmellor HooshvareLab
hotshotco hugging-quants HuggingFaceFW HuggingFaceH4 HuggingFaceM4 HuggingFaceTB huggyllama huihui-ai
hunyuanvideo-community hustvl ibm-fms ibm-granite ibm-research IDEA-CCNL IDEA-Research ideogram-ai IEITYuan iic illuin
IlyaGusev impira inceptionai inclusionAI IndexTeam indobenchmark indolem infgrad infly INSAIT-Institute InstantX
Intel-bigcode internlm intfloat isl-org ISTA-DASLab j-hartmann jameslahm jasperai jbetker Jean-Baptiste jhgan jinaai
joeddav jonatasgrosman jondurbin julien-c kaitchup KaLM-Embedding kamalkraj kandinsky-community kashif katanemo
keepitreal keremberke kiddothe2b Kijai klue knkarthick knowledgator KoboldAI kotoba-tech krea Kwai-Keye Kwai-Kolors
Kwaipilot kykim kyutai laion Lajavaness LanguageBind latent-consistency lerobot LGAI-EXAONE lier007 lightonai
Lightricks lightx2v LiheYoung Linaqruf line-corporation Linq-AI-Research LiquidAI litert-community liuhaotian lj1995
llamafactory llava-hf lllyasviel llm-blender llm-jp LLM360 lmms-lab lmqg lmstudio-ai lmstudio-community lmsys
lodestones LumiOpen Luyu lvwerra lxyuan Lykon m-a-p M-CLIP m3hrdadfi madebyollin maidalun1020 manycore-research
Maple728 martin-ha matsuo-lab maxin-cn maywell MaziyarPanahi McGill-NLP medicalai meituan-longcat Menlo meta-llama
michellejieli michiyasunaga microsoft-phi microsoft-research migtissera Mihaiii MiniMaxAI minishlab mispeech
mistral-community mistralai mixedbread-ai ml6team mlabonne mlc-ai mlx-community mobiuslabsgmbh ModelCloud ModernVBERT
moka-ai monologg monster-labs moondream moonshotai MoritzLaurer mosaicml Mozilla mradermacher mrm8488 mudler
Muennighoff myshell-ai Nanbeige nari-labs nateraw naver naver-clova-ix naver-hyperclovax navteca NbAiLab NeoQuasar
netease-youdao NeuML neuphonic neuralmagic neuralmind NeverSleep nex-agi Nexusflow nghuyong nguyenvulebinh nitrosocke
nlpai-lab nlpconnect nlptown nm-testing nomic-ai NousResearch NovaSearch NovaSky-AI nreimers numind nvidia-nemo NX-AI
nyrahealth OFA-Sys oliverguhr onnx-community onnx-models open-mmlab Open-Orca open-thoughts openai-community
openai-gpt OpenAssistant openbmb OpenBuddy openchat opendatalab openGPT-X OpenGVLab openlm-research OpenMed
openmodelinfra openmoss OpenMOSS-Team OpenSearch-AI opensearch-project optimum optimum-internal-testing OrionStarAI
Ostris ostris OuteAI PaddlePaddle papluca parler-tts patrickjohncyh patrickvonplaten PatronusAI peft-internal-testing
PekingU perplexity-ai pfnet philschmid Phind pierreguillou PixArt-alpha PlanTL-GOB-ES playgroundai poolside prajjwal1
PrimeIntellect primeline princeton-nlp pritamdeka prithivida prithivMLmods prompthero ProsusAI pszemraj pyannote
PygmalionAI pysentimiento Qdrant qdrant QuantFactory QuantTrio Qwen ramsrigouthamg ramybaly RedHatAI rednote-hilab
ResembleAI Revai rhymes-ai richinfoai riffusion rinna RLHFlow robbyant Rostlab RunDiffusion runwayml RWKV s-nlp
Salesforce-CodeGen SamLowe samrawal Sao10K sarvamai sayakpaul sberbank-ai sbintuitions sdadas SeaLLMs SeanLee97 seara
sebastian-hofstaetter second-state segment-any-text segmind sensenova SenseTime sentence-transformers sesame SG161222
Shakker-Labs Shanghai_AI_Laboratory shi-labs shibing624 Shitao sileod SimianLuo SkolkovoInstitute skt Skywork
Snowflake snrspeaks snunlp Sosaka SpanBERT speakleash speechbrain sshleifer stabilityai stable-diffusion-v1-5
stablediffusionapi stanford-crfm StanfordAIMI state-spaces stepfun-ai stockmark suno superb swiss-ai SWivid Systran
tals tasksource TaylorAI TechxGenus teknium Tele-AI telepix tencent-hunyuan TencentARC teticio TheBloke TheDrummer
thenlper THUDM thuml TIGER-Lab tiiuae timbrooks timm tiny-random TinyLlama tloen tner togethercomputer tohoku-nlp
tokyotech-llm tomaarsen TomoroAI Tongyi-MAI trl-internal-testing trl-lib tscholak tuner007 TurkuNLP typeform
typhoon-ai UBC-NLP uer ufal Unbabel Undi95 unicamp-dl unsloth unum-cloud upskyy upstage urchade UsefulSensors
ustc-community utter-project VAGOsolutions valhalla Vamsi vasista22 vblagoje vibevoice vidore vikhyatk vilm vinai
vinvino02 voidful voyageai w601sxs Wan-AI wanglab warp-ai wavymulder WhereIsAI WizardLM WizardLM-Team WizardLMTeam
xai-org Xenova XHToken XiaomiMiMo XLabs-AI xlm-roberta xlnet xtuner yanolja ybelkada ydshieh yikuan8 yiyanghkust
yjernite ylacombe ynie yujiepan z-lab zai-org zeroentropy ZhengPeng7 zhihan1996 ZhipuAI zhipuai-inc Zyphra
"""

# Known for models and for other things (code, images): the name must look like a model's.
_SHARED = """
abacusai adobe alibaba amazon AMD amd anthropic apple asapp assemblyai baidu castorini cisco cohere Datadog databricks deepmind deepseek elastic
facebook fireworks google groq huggingface ibm Intel intel JetBrains kakaobrain kakaocorp meta microsoft mistral moonshot
mozilla naver-ai nvidia openai oracle pytorch qualcomm replit Salesforce salesforce samsung snowflake sony
speechmatics stanfordnlp tencent textattack uclanlp unitary vllm-project Writer writer xai
"""

# Folders, media types, time zones, code hosts, placeholders: never an organization.
_FOLDERS = """
. .. a actions Africa America and Antarctica api app application applications apps archive Arctic artifacts Asia asset
assets Atlantic audio Australia author b backend backup bert bin bugfix build cache checkpoint checkpoints chemical
ckpt ckpts cmd code common component components compression conditioner conf config configs content core data dataset
datasets deploy deployment deployments dev dist distributed doc docker docs download downloads embeddings entrypoints
Etc etc Europe eval evals example examples exp exp_out experiment experiments export exports external feat feature
features figures file files final fix font frontend generated github.com gitlab.com hf hf_org hf_username home hotfix
http https hub huggingface.co hwchase17 image images img include Indian inference inference-endpoints input inputs
internal lib library libs llm_models lm local local_models log logs main media message Misc misc mnt mock model
model-name model_name models models-mnt module modules multipart my my-model my_model N n namespace node_modules
notebook notebooks opt or org org-name org_name organization origin os.environ other out output outputs owner Pacific
package packages pages parent path path-to path_to plugin plugins pretrained pretrained_model pretrained_models
project projects public refs release repo repos resource resources result results root run runs s3 sample samples save
saved saved_model saved_models script scripts server service services shared solver solvers some src static storage
submodules system task tasks temp template templates test test_data testdata tests text third_party tmp to tokenizer
tokenizers tool tools train trained trained_models training true/false upstream US user user-name username
username_or_org usr utils var vendor video view views volume web weights work workspace x-www-form-urlencoded
your-hf-username your-name your-namespace your-org your-username your_org your_username
"""

HUB = frozenset(_HUB.split())
SHARED = frozenset(_SHARED.split())
FOLDERS = frozenset(_FOLDERS.split())
