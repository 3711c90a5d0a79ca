/* Words for what a listing says of itself by its attributes: somebody who looks for 半日 means the
 * listing whose half days are possible, whether or not a text says so. */
#include "store/search_claims.h"

#include "base/attributes.h"
#include "domain/listing.h"
#include "store/search_tokens.h"

#include <stdlib.h>
#include <string.h>

#define FACT(name) .claims = {.facts = UINT64_C(1) << (name)}
#define KIND(name) .claims = {.kinds = UINT32_C(1) << (name)}
#define TRADE(name) .claims = {.trades = UINT32_C(1) << (name)}
#define DAYS(bits) .claims = {.weekdays = (bits)}

/* Words are parted by bars; kana and kanji both stand here, for nothing reads the one as the
 * other. */
static const struct {
    const char *words;
    struct yt_query_claims claims;
} table[] = {
    {"半日|はんにち|午前だけ|午後だけ|half day|nửa ngày|meio período|medio día",
     FACT(YT_FACT_HALF_DAY)},
    {"短時間|たんじかん|短い|みじかい|short hours|short", FACT(YT_FACT_SHORT)},
    {"週1|週2|週一|週二|週1日|週2日|しゅういち|しゅうに", FACT(YT_FACT_FEW_DAYS)},
    {"少しずつ|すこしずつ|step by step", FACT(YT_FACT_GROW)},
    {"未経験|みけいけん|初心者|しょしんしゃ|経験なし|はじめて|初めて|no experience|beginner",
     FACT(YT_FACT_NO_EXPERIENCE)},
    {"ブランク|空白|くうはく|blank", FACT(YT_FACT_BLANK_OK)},
    {"徒歩|とほ|歩いて|あるいて|歩ける|あるける|近く|ちかく|近い|ちかい|walk|walking|near|nearby",
     FACT(YT_FACT_WALKABLE)},
    {"座る|すわる|座って|すわって|座り仕事|すわりしごと|sit|sitting|seated", FACT(YT_FACT_SITTING)},
    {"軽い|かるい|軽作業|けいさぎょう|light work", FACT(YT_FACT_LIGHT)},
    {"静か|しずか|静かに|しずかに|quiet", FACT(YT_FACT_QUIET)},
    {"少人数|しょうにんずう|ひとり|一人|1人|alone|small team", FACT(YT_FACT_SMALL_TEAM)},
    {"話さない|はなさない|もくもく|黙々|会話なし|little talk", FACT(YT_FACT_LITTLE_TALK)},
    {"電話なし|でんわなし|電話に出ない|no phone", FACT(YT_FACT_NO_PHONE)},
    {"やさしい日本語|やさしいにほんご|日本語が少し|外国人|がいこくじん|easy "
     "japanese|foreigner|foreigners",
     FACT(YT_FACT_EASY_JAPANESE)},
    {"日払い|ひばらい|週払い|しゅうばらい|即日|そくじつ|前払い|まえばらい|paid daily|paid "
     "weekly|daily pay|"
     "weekly pay",
     FACT(YT_FACT_PAID_SOON)},
    {"見学|けんがく|visit|look first", FACT(YT_FACT_SEE)},
    {"体験|たいけん|お試し|おためし|trial", FACT(YT_FACT_TRIAL)},
    {"同行|どうこう|付きそい|つきそい|いっしょに行く|staff", FACT(YT_FACT_ALONG)},
    {"履歴書なし|りれきしょなし|履歴書不要|りれきしょふよう|no resume|no résumé",
     FACT(YT_FACT_NO_RESUME)},
    {"子育て|こそだて|保育園|ほいくえん|学校の時間|school hours|children",
     FACT(YT_FACT_CHILD_TIMES)},
    {"シニア|高齢|こうれい|60代|70代|シルバー|senior|seniors", FACT(YT_FACT_SENIORS)},
    {"朝|あさ|午前|ごぜん|早朝|そうちょう|morning|buổi sáng|manhã|mañana", FACT(YT_FACT_MORNING)},
    {"昼|ひる|午後|ごご|昼間|ひるま|daytime|afternoon", FACT(YT_FACT_DAYTIME)},
    {"夕方|ゆうがた|夜|よる|夜間|やかん|晩|ばん|夜勤|やきん|evening|night|buổi tối|noite|noche",
     FACT(YT_FACT_EVENING)},
    {"土日|どにち|週末|しゅうまつ|休日|きゅうじつ|weekend|weekends|cuối tuần|fim de semana",
     FACT(YT_FACT_WEEKEND)},
    {"資格なし|しかくなし|資格不要|しかくふよう|免許なし|めんきょなし|no licence|no license",
     FACT(YT_FACT_NO_LICENCE)},
    {"パソコンなし|ぱそこんなし|no computer", FACT(YT_FACT_NO_COMPUTER)},
    {"車いす|くるまいす|車椅子|段差なし|だんさなし|バリアフリー|wheelchair|step-free|accessible",
     FACT(YT_FACT_STEP_FREE)},
    {"筆談|ひつだん|手順書|てじゅんしょ|written instructions", FACT(YT_FACT_WRITTEN)},
    {"寮|りょう|住み込み|すみこみ|社宅|しゃたく|dorm|dormitory", FACT(YT_FACT_DORM)},
    {"交通費|こうつうひ|fare|travel costs", FACT(YT_FACT_FARE)},

    {"求人|きゅうじん|パート|アルバイト|バイト|job|jobs|part-time|part time|việc "
     "làm|emprego|trabajo|trabaho",
     KIND(YT_LISTING_JOB)},
    {"体験|たいけん|実習|じっしゅう|インターン|trial", KIND(YT_LISTING_TRIAL)},
    {"見学|けんがく", KIND(YT_LISTING_LOOK)},
    {"ボランティア|奉仕|ほうし|volunteer|volunteering|tình nguyện|voluntário|voluntario",
     KIND(YT_LISTING_VOLUNTEER)},
    {"内職|ないしょく|手しごと|手仕事|てしごと|在宅|ざいたく|piecework",
     KIND(YT_LISTING_PIECEWORK)},
    {"畑|はたけ|農作業|のうさぎょう|農業体験|field", KIND(YT_LISTING_FIELD)},
    {"手伝い|てつだい|お手伝い|おてつだい|helper", KIND(YT_LISTING_HELPER)},
    {"講座|こうざ|セミナー|説明会|せつめいかい|seminar", KIND(YT_LISTING_SEMINAR)},

    {"食べもの|食べ物|たべもの|飲食|いんしょく|調理|ちょうり|料理|りょうり|food|cooking",
     TRADE(YT_TRADE_FOOD)},
    {"介護|かいご|福祉|ふくし|care", TRADE(YT_TRADE_CARE)},
    {"掃除|そうじ|清掃|せいそう|cleaning|dọn dẹp|limpeza|limpieza", TRADE(YT_TRADE_CLEANING)},
    {"倉庫|そうこ|配達|はいたつ|物流|ぶつりゅう|運送|うんそう|logistics|warehouse|delivery",
     TRADE(YT_TRADE_LOGISTICS)},
    {"工場|こうじょう|製造|せいぞう|factory|nhà máy|fábrica", TRADE(YT_TRADE_FACTORY)},
    {"店|みせ|お店|おみせ|販売|はんばい|接客|せっきゃく|小売|shop|store", TRADE(YT_TRADE_SHOP)},
    {"農業|のうぎょう|農園|のうえん|farm|farming", TRADE(YT_TRADE_FARM)},
    {"事務|じむ|オフィス|office", TRADE(YT_TRADE_OFFICE)},
    {"手芸|しゅげい|工芸|こうげい|craft|crafts", TRADE(YT_TRADE_CRAFT)},
    {"動物|どうぶつ|ペット|animal|animals", TRADE(YT_TRADE_ANIMAL)},

    {"日曜|日曜日|にちよう|にちようび|sunday", DAYS(1 << 0)},
    {"月曜|月曜日|げつよう|げつようび|monday", DAYS(1 << 1)},
    {"火曜|火曜日|かよう|かようび|tuesday", DAYS(1 << 2)},
    {"水曜|水曜日|すいよう|すいようび|wednesday", DAYS(1 << 3)},
    {"木曜|木曜日|もくよう|もくようび|thursday", DAYS(1 << 4)},
    {"金曜|金曜日|きんよう|きんようび|friday", DAYS(1 << 5)},
    {"土曜|土曜日|どよう|どようび|saturday", DAYS(1 << 6)},
    {"平日|へいじつ|weekday|weekdays", DAYS(0x3e)},
};

static size_t count_words(const char *words)
{
    size_t count = 1;

    for (; *words; words++)
        count += *words == '|';
    return count;
}

static uint64_t key_of(const struct yt_form *form)
{
    return yt_token_key(YT_TOKEN_WORD, form->point, form->count);
}

struct yt_claim_word *yt_claims_new(size_t *count)
{
    struct yt_claim_word *list;
    size_t total = 0;

    for (size_t i = 0; i < YT_COUNT(table); i++)
        total += count_words(table[i].words);
    *count = 0;
    list = calloc(total, sizeof *list);
    for (size_t i = 0; list && i < YT_COUNT(table); i++)
        for (const char *word = table[i].words; *word;) {
            const size_t size = strcspn(word, "|");
            struct yt_fold fold;
            struct yt_form form;

            fold.count = 0;
            yt_fold_add(&fold, word, size);
            form = yt_form_of(&fold, 0, fold.count);
            list[(*count)++] = (struct yt_claim_word){key_of(&form), table[i].claims};
            word += size + (word[size] == '|');
        }
    return list;
}

void yt_claims_of(const struct yt_claim_word *list, size_t count, const struct yt_form *form,
                  struct yt_query_claims *claims)
{
    const uint64_t key = form->count ? key_of(form) : 0;

    for (size_t i = 0; i < count; i++) {
        if (list[i].key != key)
            continue;
        claims->facts |= list[i].claims.facts;
        claims->kinds |= list[i].claims.kinds;
        claims->trades |= list[i].claims.trades;
        claims->weekdays |= list[i].claims.weekdays;
    }
}
