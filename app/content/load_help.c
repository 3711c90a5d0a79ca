#include "content/reader.h"

#define LINES_MAX YT_BITS_MAX
#define LINE(member) offsetof(struct yt_helpline, member)
#define SHOWN(member) offsetof(struct yt_help_line, member)
#define SCREEN(member) offsetof(struct yt_help_screen, member)
#define HELP(member) offsetof(struct yt_help, member)

static const struct yt_field line_fields[] = {
    {.key = "id", .read = yt_read_id, .offset = LINE(id), .required = true},
    {.key = "number", .read = yt_read_number, .offset = LINE(number), .required = true},
    {.key = "name", .read = yt_read_text, .offset = LINE(name), .required = true, .max = 80},
    {.key = "phone", .read = yt_read_word, .offset = LINE(phone), .required = true, .max = 20},
    {.key = "note",
     .read = yt_read_text,
     .offset = LINE(note),
     .has_offset = LINE(has_note),
     .max = 120},
    {.key = "emergency", .read = yt_read_flag, .offset = LINE(emergency)},
    {.key = "own", .read = yt_read_flag, .offset = LINE(own)},
    {.key = "checked_on", .read = yt_read_date, .offset = LINE(checked_on), .required = true},
};

static const struct yt_record line_record = {
    .what = "a line",
    .size = sizeof(struct yt_helpline),
    .fields = line_fields,
    .field_count = YT_COUNT(line_fields),
    .set = YT_SET_HELPLINES,
    .number_offset = LINE(number),
};

static const struct yt_field shown_fields[] = {
    {.key = "line",
     .read = yt_read_ref,
     .offset = SHOWN(line),
     .required = true,
     .set = YT_SET_HELPLINES},
    {.key = "only_if", .read = yt_read_condition, .offset = SHOWN(when)},
};

static const struct yt_record shown_record = {
    .what = "a line on a help screen",
    .size = sizeof(struct yt_help_line),
    .fields = shown_fields,
    .field_count = YT_COUNT(shown_fields),
};

static const struct yt_field screen_fields[] = {
    {.key = "id", .read = yt_read_id, .offset = SCREEN(id), .required = true},
    {.key = "number", .read = yt_read_number, .offset = SCREEN(number), .required = true},
    {.key = "title", .read = yt_read_text, .offset = SCREEN(title), .required = true, .max = 100},
    {.key = "text", .read = yt_read_text, .offset = SCREEN(text), .required = true, .max = 240},
    {.key = "hide", .read = yt_read_flag, .offset = SCREEN(hide)},
    {.key = "places", .read = yt_read_refs, .offset = SCREEN(places), .set = YT_SET_PLACES},
    {.key = "lines",
     .read = yt_read_list,
     .offset = SCREEN(lines),
     .max = LINES_MAX,
     .record = &shown_record,
     .count_offset = SCREEN(line_count)},
};

static const struct yt_record screen_record = {
    .what = "a help screen",
    .size = sizeof(struct yt_help_screen),
    .fields = screen_fields,
    .field_count = YT_COUNT(screen_fields),
    .set = YT_SET_SCREENS,
    .number_offset = SCREEN(number),
};

static const struct yt_field help_fields[] = {
    {.key = "lines",
     .read = yt_read_list,
     .offset = HELP(lines),
     .required = true,
     .max = LINES_MAX,
     .record = &line_record,
     .count_offset = HELP(line_count)},
    {.key = "screens",
     .read = yt_read_list,
     .offset = HELP(screens),
     .required = true,
     .max = YT_BITS_MAX,
     .record = &screen_record,
     .count_offset = HELP(screen_count)},
};

static const struct yt_record help_record = {
    .what = "help-screens.yaml",
    .size = sizeof(struct yt_help),
    .fields = help_fields,
    .field_count = YT_COUNT(help_fields),
};

void yt_load_help(struct yt_reader *reader)
{
    if (!yt_load_file(reader, "help-screens.yaml", &help_record, &reader->site->help))
        reader->incomplete |= reader->sets[YT_SET_SCREENS].count == 0;
}
