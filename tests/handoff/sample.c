#include "sample.h"

#include <stdio.h>
#include <string.h>

static void check(struct yt_entry *entry, size_t questions)
{
    entry->answer_count = questions;
    for (size_t i = 0; i < questions; i++)
        entry->answers[i] = (struct yt_entry_answer){
            .question = (uint16_t)(i + 1), .skipped = i % 5 == 4, .chosen = 1U << (i % 7 + 1)};
    for (size_t i = 0; i < questions; i++)
        if (entry->answers[i].skipped)
            entry->answers[i].chosen = 0;
}

static void typical(struct yt_entry *entry)
{
    *entry = (struct yt_entry){
        .kiosk = "k1",
        .language = "ja",
        .content_number = 12,
        .time_minutes = 29912345,
        .time_trusted = true,
        .kinds = YT_ENTRY_CHECK | YT_ENTRY_BOOK | YT_ENTRY_ASK,
        .consent = YT_CONSENT_NAMED,
        .urgency = YT_URGENCY_SOON,
        .item_count = 3,
        .items = {{.item = 2, .ways = YT_WAY_ASK},
                  {.item = 11, .ways = YT_WAY_BOOK},
                  {.item = 12, .ways = YT_WAY_PAPER}},
        .lit_count = 5,
        .lit = {2, 8, 11, 12, 22},
        .appointment = {.wanted = true,
                        .firm = true,
                        .type = 1,
                        .place = 1,
                        .time_count = 1,
                        .time_minutes = {29914680},
                        .length_minutes = 60,
                        .companion = YT_COMPANION_ALONE},
        .contact = {.name = "さくら",
                    .reach = YT_REACH_PHONE,
                    .number = "090-0000-0000",
                    .parts = YT_PART_DAYTIME,
                    .message_ok = YT_NO,
                    .office_name_ok = YT_NO},
    };
    for (size_t i = 0; i < sizeof entry->id; i++)
        entry->id[i] = (uint8_t)(i * 17 + 3);
    check(entry, 17);
}

static void repeat(char *to, const char *character, int times)
{
    to[0] = '\0';
    for (int i = 0; i < times; i++)
        strcat(to, character);
}

static void job(struct yt_entry *entry)
{
    entry->kinds |= YT_ENTRY_JOB | YT_ENTRY_JOIN;
    entry->listing_count = 2;
    entry->listings[0] = (struct yt_entry_listing){.id = "J04",
                                                   .title = "事務所のそうじ（ひとりで静かに）",
                                                   .ways = YT_LISTING_SEE | YT_LISTING_ASK,
                                                   .conditions = YT_CONDITION_HALF_DAY};
    entry->listings[1] =
        (struct yt_entry_listing){.id = "13070-00123451",
                                  .title = "倉庫のシールはり・箱づめ",
                                  .ways = YT_LISTING_TRY | YT_LISTING_ASK,
                                  .conditions = YT_CONDITION_TWO_DAYS | YT_CONDITION_PAY_WEEKLY};
    entry->programme_count = 1;
    entry->programmes[0] = (struct yt_entry_programme){
        .id = "P02", .title = "つどい場 しらかば", .day = 20780, .minute = 600, .firm = true};
}

static void fullest_offers(struct yt_entry *entry)
{
    const size_t count = YT_ENTRY_LISTINGS_MAX + YT_ENTRY_PROGRAMMES_MAX;

    entry->listing_count = YT_ENTRY_LISTINGS_MAX;
    entry->programme_count = YT_ENTRY_PROGRAMMES_MAX;
    for (size_t i = 0; i < count; i++) {
        bool is_listing = i < YT_ENTRY_LISTINGS_MAX;
        struct yt_entry_listing *listing = &entry->listings[i % YT_ENTRY_LISTINGS_MAX];
        struct yt_entry_programme *programme = &entry->programmes[i % YT_ENTRY_PROGRAMMES_MAX];

        memset(is_listing ? listing->id : programme->id, 'a' + (int)i, YT_ENTRY_ID_TEXT_MAX - 1);
        /* All of YT_ENTRY_NAMES_MAX. */
        memset(is_listing ? listing->title : programme->title, 't',
               YT_ENTRY_NAMES_MAX / count - (YT_ENTRY_ID_TEXT_MAX - 1));
        if (is_listing) {
            listing->ways = YT_LISTING_SEE | YT_LISTING_TRY | YT_LISTING_ASK;
            listing->conditions = UINT16_MAX;
        } else {
            programme->day = YT_ENTRY_DAY_MAX;
            programme->minute = 1439;
            programme->waiting = true;
        }
    }
    entry->wish = (struct yt_entry_wish){.made = true, .facts = UINT64_MAX, .kinds = UINT32_MAX};
    repeat(entry->wish.place, "𠮷", YT_ENTRY_WISH_MAX);
    repeat(entry->wish.draw, "𠮷", YT_ENTRY_WISH_MAX);
}

static void fullest(struct yt_entry *entry)
{
    fullest_offers(entry);
    entry->kinds = UINT32_MAX;
    entry->content_number = UINT32_MAX;
    entry->time_trusted = false;
    entry->answer_count = YT_ENTRY_ANSWERS_MAX;
    for (size_t i = 0; i < YT_ENTRY_ANSWERS_MAX; i++)
        entry->answers[i] = (struct yt_entry_answer){.question = (uint16_t)(60000 + i),
                                                     .chosen = UINT32_MAX - 1 - 2 * (uint32_t)i};
    entry->item_count = entry->lit_count = YT_ENTRY_ITEMS_MAX;
    for (size_t i = 0; i < YT_ENTRY_ITEMS_MAX; i++) {
        entry->items[i] = (struct yt_entry_item){.item = (uint16_t)(61000 + i), .ways = 255};
        entry->lit[i] = (uint16_t)(62000 + i);
    }
    entry->appointment.time_count = YT_ENTRY_TIMES_MAX;
    for (size_t i = 0; i < YT_ENTRY_TIMES_MAX; i++)
        entry->appointment.time_minutes[i] = INT64_C(1) << 40;
    entry->appointment.any_parts = 7;
    strcpy(entry->kiosk, "kiosk-of-15-abc");
    strcpy(entry->language, "zh-Hant-TWx");
    strcpy(entry->appointment.interpreter_language, "zh-Hant-TWx");
    repeat(entry->contact.name, "𠮷", YT_ENTRY_NAME_MAX);
    repeat(entry->contact.number, "𠮷", YT_ENTRY_REACH_MAX);
    repeat(entry->own_words, "𠮷", YT_ENTRY_OWN_WORDS_MAX);
}

void sample_entry(enum sample_size size, struct yt_entry *entry)
{
    typical(entry);
    if (size == SAMPLE_JOB)
        job(entry);
    if (size == SAMPLE_FULL) {
        check(entry, 20);
        repeat(entry->own_words, "半日だけ働きたいです。", 5);
        entry->lit_count = 12;
        for (size_t i = 0; i < entry->lit_count; i++)
            entry->lit[i] = (uint16_t)(i * 2 + 1);
    }
    if (size == SAMPLE_FULLEST)
        fullest(entry);
}

void sample_kiosk_key(struct yt_kiosk_key *key)
{
    uint8_t seed[crypto_sign_SEEDBYTES];

    memset(seed, 7, sizeof seed);
    *key = (struct yt_kiosk_key){.known = {.kiosk = "k1"}};
    crypto_sign_seed_keypair(key->known.verify_key, key->sign_key, seed);
}

void sample_desk(struct yt_desk_public *desk, struct yt_desk_opener *opener)
{
    uint8_t seed[crypto_box_SEEDBYTES];
    uint8_t sign_key[YT_SIGN_KEY_SIZE];

    memset(seed, 9, sizeof seed);
    *desk = (struct yt_desk_public){.name = "つむぎ市 くらしと仕事の相談センター"};
    crypto_box_seed_keypair(desk->seal_key, opener->secret_key, seed);
    crypto_sign_seed_keypair(desk->verify_key, sign_key, seed);
    memcpy(opener->seal_key, desk->seal_key, sizeof opener->seal_key);
}

bool sample_seal(enum sample_size size, struct yt_sealed *sealed, struct yt_err *err)
{
    struct yt_entry entry;
    struct yt_kiosk_key kiosk;
    struct yt_desk_public desk;
    struct yt_desk_opener opener;

    sample_entry(size, &entry);
    sample_kiosk_key(&kiosk);
    sample_desk(&desk, &opener);
    strcpy(kiosk.known.kiosk, entry.kiosk);
    return yt_envelope_seal(&entry, &kiosk, &desk, sealed, err);
}

/* In each language: status, what, date, time, where, heading, two lines, number, code, two notes.
 */
enum {
    STATUS,
    WHAT,
    DATE,
    TIME,
    WHERE,
    HEADING,
    LINE_1,
    LINE_2,
    NUMBER,
    CODE,
    NOTE_1,
    NOTE_2,
    TEXTS
};

static const char *const japanese[TEXTS] = {
    "予約",
    "相談の時間",
    "11月26日（木）",
    "14:00〜15:00",
    "市役所別館2階 くらしと仕事の相談センター",
    "選んだもの",
    "くらし・仕事の相談（まとめて聞く窓口）",
    "家計の相談",
    "受付番号",
    "このコードを読めるのは、この窓口だけです。",
    "この紙は、持ち帰っても、スタッフに見せてもかまいません。",
    "取り消したいときは、紙の番号をスタッフに伝えてください。理由はいりません。"};

static const char *const easy[TEXTS] = {
    "予約《よやく》",
    "話《はな》す 時間《じかん》",
    "11月《がつ》26日《にち》（木《もく》）",
    "14:00〜15:00",
    "市役所《しやくしょ》の となりの 建物《たてもの》 2階《かい》",
    "選《えら》んだ もの",
    "くらしと 仕事《しごと》の 相談《そうだん》",
    "お金《かね》の 相談《そうだん》",
    "番号《ばんごう》",
    "この コードは、窓口《まどぐち》だけが 読《よ》めます。",
    "この 紙《かみ》は 持《も》って 帰《かえ》って いいです。",
    "やめたい ときは、紙《かみ》の 番号《ばんごう》を スタッフに 言《い》って ください。"};

static const char *const english[TEXTS] = {
    "Asked for",
    "Time to talk",
    "Thursday, 26 November",
    "2:00 to 3:00 pm",
    "City Hall Annex, 2nd floor",
    "What you chose",
    "Living and work: one place to ask",
    "Talking about household money",
    "Your number",
    "Only this desk can read the code.",
    "Keep the paper or show it to staff.",
    "To take it back, tell staff the number on the paper. No reason needed."};

static const char *const nepali[TEXTS] = {"समय बुक भयो",
                                          "कुरा गर्ने समय",
                                          "नोभेम्बर २६, बिहीबार",
                                          "14:00–15:00",
                                          "नगरपालिका भवन, दोस्रो तला",
                                          "छानेका कुरा",
                                          "जीवन र कामको सल्लाह",
                                          "घरको पैसाको सल्लाह",
                                          "तपाईंको नम्बर",
                                          "यो कोड यही कार्यालयले मात्र पढ्न सक्छ।",
                                          "कागज लैजान वा कर्मचारीलाई देखाउन सकिन्छ।",
                                          "फिर्ता लिन कागजको नम्बर भन्नुहोस्। कारण चाहिँदैन।"};

void sample_slip(const char *language, int paper_dots, const struct yt_symbols *symbols,
                 const char *number, struct yt_slip *slip)
{
    const char *const *own = strcmp(language, "en") == 0        ? english
                             : strcmp(language, "ne") == 0      ? nepali
                             : strcmp(language, "ja-easy") == 0 ? easy
                                                                : japanese;
    struct yt_slip_text text[TEXTS];

    for (int i = 0; i < TEXTS; i++)
        text[i] = (struct yt_slip_text){.own = own[i],
                                        .ja = own == english || own == nepali ? japanese[i] : NULL};
    if (own == english)
        text[STATUS].ja = "希望";
    text[TIME].ja = NULL;
    *slip = (struct yt_slip){
        .paper_dots = paper_dots,
        .language = language,
        .site = {.own = "つむぎ市 くらしと仕事の相談センター"},
        .phone = "0000-00-0001",
        .heading = text[HEADING],
        .line_count = 2,
        .lines = {text[LINE_1], text[LINE_2]},
        .note_count = 1,
        .notes = {text[NOTE_1]},
    };
    if (!symbols)
        return;
    slip->status = text[STATUS];
    slip->firm = own != english;
    slip->what = text[WHAT];
    slip->when[0] = text[DATE];
    slip->when[1] = text[TIME];
    slip->where = text[WHERE];
    slip->number_label = text[NUMBER];
    slip->number = number;
    slip->code_note = text[CODE];
    slip->note_count = 2;
    slip->notes[1] = text[NOTE_2];
    slip->symbols = symbols;
}

void sample_slip_groups(struct yt_slip *slip)
{
    slip->group_count = 2;
    slip->groups[0] = (struct yt_slip_group){
        .heading = {.own = "Places to go", .ja = "集まり・行ける場所"},
        .count = 1,
        .offers = {{.name = {.own = "Drop-in place", .ja = "つどい場 しらかば"},
                    .state = {.own = "On the waiting list", .ja = "空きを待つ"},
                    .lines = {.own = "Mon, Nov 23, 10:00 to 15:00",
                              .ja = "11月23日（月）10:00〜15:00"}}},
    };
    slip->groups[1] = (struct yt_slip_group){
        .heading = {.own = "Work", .ja = "しごと・やってみること"},
        .count = 1,
        .offers = {{.name = {.own = "Office cleaning", .ja = "事務所のそうじ"},
                    .lines = {.own = "2 hours a day\n9 minutes on foot",
                              .ja = "1日2時間\n歩いて9分"}}},
        .note = {.own = "Staff make the contact", .ja = "連絡はスタッフから"},
    };
}
