#include "content/import/meanings.h"

/* All as yt_sheet_fold leaves them: ASCII in small letters, no wide signs. */

const struct yt_meaning yt_may_meanings[] = {
    {"可", "yes"},
    {"可能", "yes"},
    {"○", "yes"},
    {"◯", "yes"},
    {"〇", "yes"},
    {"◎", "yes"},
    {"はい", "yes"},
    {"有", "yes"},
    {"有り", "yes"},
    {"あり", "yes"},
    {"できます", "yes"},
    {"できる", "yes"},
    {"ok", "yes"},
    {"true", "yes"},
    {"1", "yes"},
    {"y", "yes"},
    {"歓迎", "yes"},
    {"相談", "ask"},
    {"要相談", "ask"},
    {"応相談", "ask"},
    {"相談可", "ask"},
    {"△", "ask"},
    {"聞いてみます", "ask"},
    {"不可", "no"},
    {"×", "no"},
    {"✕", "no"},
    {"いいえ", "no"},
    {"無", "no"},
    {"無し", "no"},
    {"なし", "no"},
    {"できません", "no"},
    {"ng", "no"},
    {"false", "no"},
    {"0", "no"},
    {"n", "no"},
    {NULL, NULL},
};

const struct yt_meaning yt_kind_meanings[] = {
    {"求人", "job"},       {"仕事", "job"},           {"しごと", "job"},
    {"パート", "job"},     {"アルバイト", "job"},     {"正社員", "job"},
    {"体験", "trial"},     {"就労体験", "trial"},     {"職場体験", "trial"},
    {"見学", "look"},      {"職場見学", "look"},      {"ボランティア", "volunteer"},
    {"内職", "piecework"}, {"手しごと", "piecework"}, {"畑", "field"},
    {"農作業", "field"},   {"手伝い", "helper"},      {"お手伝い", "helper"},
    {"協力員", "helper"},  {"セミナー", "seminar"},   {"説明会", "seminar"},
    {NULL, NULL},
};

const struct yt_meaning yt_trade_meanings[] = {
    {"飲食", "food"},      {"食品", "food"},       {"調理", "food"},        {"介護", "care"},
    {"福祉", "care"},      {"保育", "care"},       {"医療", "care"},        {"清掃", "cleaning"},
    {"掃除", "cleaning"},  {"そうじ", "cleaning"}, {"物流", "logistics"},   {"運送", "logistics"},
    {"配送", "logistics"}, {"倉庫", "logistics"},  {"軽作業", "logistics"}, {"工場", "factory"},
    {"製造", "factory"},   {"販売", "shop"},       {"小売", "shop"},        {"店", "shop"},
    {"接客", "shop"},      {"農業", "farm"},       {"農林水産", "farm"},    {"事務", "office"},
    {"it", "office"},      {"手芸", "craft"},      {"ものづくり", "craft"}, {"動物", "animal"},
    {"その他", "other"},   {NULL, NULL},
};

const struct yt_meaning yt_place_kind_meanings[] = {
    {"居場所", "gathering"},    {"公民館", "gathering"},
    {"集会施設", "gathering"},  {"子ども食堂", "food"},
    {"食堂", "food"},           {"フードパントリー", "food"},
    {"児童館", "children"},     {"子育て", "children"},
    {"子育て支援", "children"}, {"図書館", "library"},
    {"保健", "health"},         {"病院", "health"},
    {"医療", "health"},         {"役所", "office"},
    {"窓口", "office"},         {"学習", "learning"},
    {"生涯学習", "learning"},   {"公園", "park"},
    {"その他", "other"},        {NULL, NULL},
};

const struct yt_meaning yt_way_meanings[] = {
    {"徒歩", "walk"},           {"歩き", "walk"},         {"バス", "bus"},
    {"送迎", "car-with-staff"}, {"車", "car-with-staff"}, {NULL, NULL},
};

const struct yt_meaning yt_pay_kind_meanings[] = {
    {"時給", "hour"},        {"時間給", "hour"}, {"日給", "day"},   {"出来高", "piece"},
    {"出来高払い", "piece"}, {"個数", "piece"},  {"月給", "month"}, {"無給", "none"},
    {"なし", "none"},        {"無償", "none"},   {NULL, NULL},
};

const struct yt_meaning yt_pay_when_meanings[] = {
    {"日払い", "daily"},  {"日払", "daily"},   {"当日", "daily"},
    {"週払い", "weekly"}, {"週払", "weekly"},  {"月払い", "monthly"},
    {"月払", "monthly"},  {"月末", "monthly"}, {NULL, NULL},
};

const struct yt_meaning yt_fare_meanings[] = {
    {"全額", "full"},     {"全額支給", "full"}, {"あり", "part"}, {"有", "part"}, {"一部", "part"},
    {"一部支給", "part"}, {"上限あり", "part"}, {"なし", "none"}, {"無", "none"}, {NULL, NULL},
};

const struct yt_meaning yt_experience_meanings[] = {
    {"不問", "none"},     {"不要", "none"},          {"未経験可", "none"},      {"なし", "none"},
    {"いらない", "none"}, {"あれば尚可", "helpful"}, {"あると良い", "helpful"}, {"歓迎", "helpful"},
    {"必要", "needed"},   {"要", "needed"},          {"必須", "needed"},        {NULL, NULL},
};

const struct yt_meaning yt_ja_level_meanings[] = {
    {"不要", "none"}, {"不問", "none"},     {"やさしい日本語", "easy"}, {"少し", "easy"},
    {"会話", "talk"}, {"日常会話", "talk"}, {"読み書き", "read"},       {NULL, NULL},
};

const struct yt_meaning yt_talk_meanings[] = {
    {"少ない", "little"}, {"少し", "little"}, {"ふつう", "some"}, {"普通", "some"},
    {"ときどき", "some"}, {"多い", "much"},   {NULL, NULL},
};

const struct yt_meaning yt_phone_duty_meanings[] = {
    {"なし", "no"},  {"無", "no"},  {"×", "no"},  {"不要", "no"}, {"慣れてから", "later"},
    {"あり", "yes"}, {"有", "yes"}, {"○", "yes"}, {NULL, NULL},
};

const struct yt_meaning yt_posture_meanings[] = {
    {"座り", "sit"},   {"座位", "sit"},      {"すわって", "sit"},
    {"立ち", "stand"}, {"立位", "stand"},    {"立ち仕事", "stand"},
    {"両方", "both"},  {"どちらも", "both"}, {NULL, NULL},
};

const struct yt_meaning yt_noise_meanings[] = {
    {"静か", "quiet"},  {"ふつう", "some"},   {"普通", "some"}, {"少し", "some"},
    {"大きい", "loud"}, {"うるさい", "loud"}, {NULL, NULL},
};

const struct yt_meaning yt_team_meanings[] = {
    {"ひとり", "alone"}, {"1人", "alone"},    {"一人", "alone"}, {"少人数", "small"},
    {"数人", "small"},   {"大人数", "large"}, {"多い", "large"}, {NULL, NULL},
};

const struct yt_meaning yt_child_meanings[] = {
    {"学校の時間", "school-hours"},
    {"学校時間内", "school-hours"},
    {"可", "school-hours"},
    {"登校前", "before-school"},
    {"登校日のみ", "school-days"},
    {"急な休み可", "sick-leave"},
    {"要相談", "ask"},
    {"相談", "ask"},
    {NULL, NULL},
};

const struct yt_meaning yt_access_meanings[] = {
    {"段差なし", "step-free"}, {"バリアフリー", "step-free"}, {"車いす可", "step-free"},
    {"紙の説明", "written"},   {"手順書", "written"},         {"静かな場所", "quiet-corner"},
    {"休憩", "breaks"},        {"こまめな休憩", "breaks"},    {NULL, NULL},
};

const struct yt_meaning yt_along_meanings[] = {
    {"見学", "visit"},      {"面接", "interview"},  {"初日", "first-day"},
    {"毎回", "every-time"}, {"施設内", "in-house"}, {NULL, NULL},
};

const struct yt_meaning yt_resume_meanings[] = {
    {"不要", "none"},  {"いらない", "none"}, {"なし", "none"}, {"簡単", "short"},
    {"簡易", "short"}, {"必要", "full"},     {"要", "full"},   {NULL, NULL},
};

const struct yt_meaning yt_talk_style_meanings[] = {
    {"おしゃべり", "chat"}, {"面談", "chat"},   {"当日", "same-day"},
    {"現地", "same-day"},   {"面接", "formal"}, {NULL, NULL},
};

const struct yt_meaning yt_insurance_meanings[] = {
    {"雇用", "employment"}, {"雇用保険", "employment"}, {"社会", "social"},
    {"社会保険", "social"}, {"体験保険", "trial"},      {NULL, NULL},
};

const struct yt_meaning yt_sign_up_meanings[] = {
    {"不要", "none"},     {"申込不要", "none"},     {"申込み不要", "none"}, {"なし", "none"},
    {"当日", "same-day"}, {"当日受付", "same-day"}, {"要", "before"},       {"必要", "before"},
    {"事前", "before"},   {"要申込", "before"},     {"事前申込", "before"}, {NULL, NULL},
};

const struct yt_meaning yt_group_meanings[] = {
    {"ひとり", "alone"}, {"少人数", "few"}, {"3人まで", "few"}, {"4人以上", "more"}, {NULL, NULL},
};
