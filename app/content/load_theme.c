#include "content/reader.h"

#include <math.h>

#define COLOUR(name)                                                               \
    {                                                                              \
#name, yt_read_colour, offsetof(struct yt_colours, name), .required = true \
    }
#define THEME(member) offsetof(struct yt_theme_choice, member)

/* Relative luminance and contrast as WCAG 2.2 defines them. */
static double channel(uint32_t value)
{
    const double part = (value & 0xff) / 255.0;

    return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4);
}

static double luminance(uint32_t colour)
{
    return 0.2126 * channel(colour >> 16) + 0.7152 * channel(colour >> 8) +
           0.0722 * channel(colour);
}

static double contrast(uint32_t a, uint32_t b)
{
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;

    return first > second ? first / second : second / first;
}

/* Which colour stands on which, and how clearly at least. */
struct pair {
    const char *name;
    size_t offset;
    const char *on_name;
    size_t on_offset;
    double least;
};

#define PAIR(name, on_name, least)                                                                \
    {                                                                                             \
#name, offsetof(struct yt_colours, name), #on_name, offsetof(struct yt_colours, on_name), \
            least                                                                                 \
    }

static const struct pair pairs[] = {
    PAIR(ink, page, 7.0),
    PAIR(ink, surface, 7.0),
    PAIR(ink, bar, 7.0),
    PAIR(ink, accent_soft, 7.0),
    PAIR(ink, pressed, 7.0),
    PAIR(ink, danger_soft, 7.0),
    PAIR(ink, warning_soft, 7.0),
    PAIR(ink, success_soft, 7.0),
    PAIR(ink_soft, page, 7.0),
    PAIR(ink_soft, surface, 7.0),
    PAIR(ink_off, surface, 4.5),
    PAIR(on_accent, accent, 7.0),
    PAIR(on_accent, accent_deep, 7.0),
    PAIR(on_danger, danger, 7.0),
    PAIR(on_danger, danger_deep, 7.0),
    PAIR(line, page, 3.0),
    PAIR(line, surface, 3.0),
    PAIR(accent, page, 3.0),
    PAIR(accent, surface, 3.0),
    PAIR(danger, page, 3.0),
    PAIR(warning, warning_soft, 3.0),
    PAIR(success, success_soft, 3.0),
    PAIR(focus, page, 3.0),
    PAIR(focus, focus_gap, 3.0),
};

static uint32_t colour_at(const struct yt_colours *colours, size_t offset)
{
    return *(const uint32_t *)((const char *)colours + offset);
}

static bool finish_colours(struct yt_reader *reader, const struct yt_yaml *node, void *target)
{
    bool good = true;

    for (size_t i = 0; i < YT_COUNT(pairs); i++) {
        const struct pair *pair = &pairs[i];
        const double has =
            contrast(colour_at(target, pair->offset), colour_at(target, pair->on_offset));

        if (has >= pair->least)
            continue;
        good = yt_remedy(yt_fault(reader->report, yt_yaml_get(node, pair->name),
                                  "on \"%s\" the contrast is only %.1f:1", pair->on_name, has),
                         "Choose a darker or a lighter one: %.1f:1 is needed to be read.",
                         pair->least);
    }
    return good;
}

static const struct yt_field colour_fields[] = {
    COLOUR(page),         COLOUR(surface),   COLOUR(bar),          COLOUR(ink),
    COLOUR(ink_soft),     COLOUR(ink_off),   COLOUR(line),         COLOUR(line_soft),
    COLOUR(accent),       COLOUR(on_accent), COLOUR(accent_deep),  COLOUR(accent_soft),
    COLOUR(pressed),      COLOUR(danger),    COLOUR(on_danger),    COLOUR(danger_deep),
    COLOUR(danger_soft),  COLOUR(warning),   COLOUR(warning_soft), COLOUR(success),
    COLOUR(success_soft), COLOUR(focus),     COLOUR(focus_gap),
};

static const struct yt_record colours_record = {
    .what = "a set of colours",
    .size = sizeof(struct yt_colours),
    .fields = colour_fields,
    .field_count = YT_COUNT(colour_fields),
    .finish = finish_colours,
};

static void prepare_theme(void *target)
{
    struct yt_theme_choice *theme = target;

    theme->radius_tenths_mm = 20;
    theme->border_tenths_mm = 4;
}

static const struct yt_field theme_fields[] = {
    {.key = "normal",
     .read = yt_read_map,
     .offset = THEME(normal),
     .required = true,
     .record = &colours_record},
    {.key = "high_contrast",
     .read = yt_read_map,
     .offset = THEME(high_contrast),
     .required = true,
     .record = &colours_record},
    {.key = "corner_tenths_mm",
     .read = yt_read_integer,
     .offset = THEME(radius_tenths_mm),
     .max = 100},
    {.key = "border_tenths_mm",
     .read = yt_read_integer,
     .offset = THEME(border_tenths_mm),
     .min = 1,
     .max = 30},
};

static const struct yt_record theme_record = {
    .what = "theme.yaml",
    .size = sizeof(struct yt_theme_choice),
    .fields = theme_fields,
    .field_count = YT_COUNT(theme_fields),
    .prepare = prepare_theme,
};

void yt_load_theme(struct yt_reader *reader)
{
    (void)yt_load_file(reader, "theme.yaml", &theme_record, &reader->site->site.theme);
}
