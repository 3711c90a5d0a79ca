#include "content/reader.h"

#define VOICES_MAX 200
#define CARDS_MAX 200
#define VOICE(member) offsetof(struct yt_voice, member)
#define CARD(member) offsetof(struct yt_talk_card, member)

/* --- voices.yaml ------------------------------------------------------------------------------ */

static const struct yt_choice age_words[] = {
    {"young", YT_VOICE_YOUNG},
    {"middle", YT_VOICE_MIDDLE},
    {"older", YT_VOICE_OLDER},
    {"family", YT_VOICE_FAMILY},
    {NULL, 0},
};

static const struct yt_field voice_fields[] = {
    {.key = "id", .read = yt_read_id, .offset = VOICE(id), .required = true},
    {.key = "age",
     .read = yt_read_choice,
     .offset = VOICE(age),
     .required = true,
     .choices = age_words},
    {.key = "text", .read = yt_read_text, .offset = VOICE(text), .required = true, .max = 240},
    {.key = "who", .read = yt_read_text, .offset = VOICE(who), .required = true, .max = 60},
};

static const struct yt_record voice_record = {
    .what = "a voice",
    .size = sizeof(struct yt_voice),
    .fields = voice_fields,
    .field_count = YT_COUNT(voice_fields),
    .set = YT_SET_VOICES,
};

static const struct yt_field voices_fields[] = {
    {.key = "voices",
     .read = yt_read_list,
     .offset = offsetof(struct yt_offers, voices),
     .required = true,
     .max = VOICES_MAX,
     .record = &voice_record,
     .count_offset = offsetof(struct yt_offers, voice_count)},
    {.key = "items",
     .read = yt_read_refs,
     .offset = offsetof(struct yt_offers, voice_items),
     .set = YT_SET_ITEMS},
};

static const struct yt_record voices_record = {
    .what = "voices.yaml",
    .size = sizeof(struct yt_offers),
    .fields = voices_fields,
    .field_count = YT_COUNT(voices_fields),
};

void yt_load_voices(struct yt_reader *reader)
{
    (void)yt_load_optional_file(reader, "voices.yaml", &voices_record, &reader->site->offers);
}

/* --- talk-cards.yaml -------------------------------------------------------------------------- */

static const struct yt_field card_fields[] = {
    {.key = "id", .read = yt_read_id, .offset = CARD(id), .required = true},
    {.key = "text", .read = yt_read_text, .offset = CARD(text), .required = true, .max = 80},
};

static const struct yt_record card_record = {
    .what = "a talk card",
    .size = sizeof(struct yt_talk_card),
    .fields = card_fields,
    .field_count = YT_COUNT(card_fields),
    .set = YT_SET_CARDS,
};

static const struct yt_field cards_fields[] = {
    {.key = "cards",
     .read = yt_read_list,
     .offset = offsetof(struct yt_offers, cards),
     .required = true,
     .max = CARDS_MAX,
     .record = &card_record,
     .count_offset = offsetof(struct yt_offers, card_count)},
};

static const struct yt_record cards_record = {
    .what = "talk-cards.yaml",
    .size = sizeof(struct yt_offers),
    .fields = cards_fields,
    .field_count = YT_COUNT(cards_fields),
};

void yt_load_talk_cards(struct yt_reader *reader)
{
    (void)yt_load_optional_file(reader, "talk-cards.yaml", &cards_record, &reader->site->offers);
}
