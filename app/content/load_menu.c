#include "content/reader.h"

#define ITEM(member) offsetof(struct yt_menu_item, member)
#define MENU(member) offsetof(struct yt_menu, member)

static const struct yt_choice action_words[] = {
    {"paper", YT_MENU_PAPER}, {"ask", YT_MENU_ASK}, {"book", YT_MENU_BOOK},
    {"join", YT_MENU_JOIN},   {"now", YT_MENU_NOW}, {NULL, 0},
};

static const struct yt_choice naming_words[] = {
    {"name", YT_SLIP_BY_NAME},
    {"number-only", YT_SLIP_NUMBER_ONLY},
    {NULL, 0},
};

static void prepare_item(void *target)
{
    ((struct yt_menu_item *)target)->answer_days = 5;
}

static bool finish_item(struct yt_reader *reader, const struct yt_yaml *node, void *target)
{
    struct yt_menu_item *item = target;

    if (!yt_yaml_get(node, "slip_name"))
        item->slip_name = item->name;
    if ((item->actions & YT_MENU_BOOK) != 0 && !yt_yaml_get(node, "books"))
        return yt_remedy(yt_fault(reader->report, yt_yaml_get(node, "actions"),
                                  "it can be booked, but nothing says as what"),
                         "Add \"books: [desk]\" with types of appointments.yaml, or take \"book\" "
                         "out.");
    return true;
}

static const struct yt_field item_fields[] = {
    {.key = "id", .read = yt_read_id, .offset = ITEM(id), .required = true},
    {.key = "number", .read = yt_read_number, .offset = ITEM(number), .required = true},
    {.key = "name", .read = yt_read_text, .offset = ITEM(name), .required = true, .max = 80},
    {.key = "text", .read = yt_read_text, .offset = ITEM(text), .required = true, .max = 240},
    {.key = "slip_name", .read = yt_read_text, .offset = ITEM(slip_name), .max = 80},
    {.key = "on_slip",
     .read = yt_read_choice,
     .offset = ITEM(slip_naming),
     .choices = naming_words},
    {.key = "picture", .read = yt_read_id, .offset = ITEM(picture)},
    {.key = "areas",
     .read = yt_read_refs,
     .offset = ITEM(areas),
     .required = true,
     .set = YT_SET_AREAS},
    {.key = "actions",
     .read = yt_read_choices,
     .offset = ITEM(actions),
     .required = true,
     .choices = action_words},
    {.key = "books", .read = yt_read_refs, .offset = ITEM(books), .set = YT_SET_TYPES},
    {.key = "always", .read = yt_read_flag, .offset = ITEM(always)},
    {.key = "until", .read = yt_read_date, .offset = ITEM(until), .has_offset = ITEM(has_until)},
    {.key = "receiver", .read = yt_read_id, .offset = ITEM(receiver)},
    {.key = "answer_days", .read = yt_read_integer, .offset = ITEM(answer_days), .max = 30},
    {.key = "same_day_when_today", .read = yt_read_flag, .offset = ITEM(same_day_when_today)},
};

static const struct yt_record item_record = {
    .what = "a menu item",
    .size = sizeof(struct yt_menu_item),
    .fields = item_fields,
    .field_count = YT_COUNT(item_fields),
    .set = YT_SET_ITEMS,
    .number_offset = ITEM(number),
    .prepare = prepare_item,
    .finish = finish_item,
};

static const struct yt_field menu_fields[] = {
    {.key = "items",
     .read = yt_read_list,
     .offset = MENU(items),
     .required = true,
     .min = 1,
     .max = YT_MENU_ITEMS_MAX,
     .record = &item_record,
     .count_offset = MENU(count)},
};

static const struct yt_record menu_record = {
    .what = "support-menu.yaml",
    .size = sizeof(struct yt_menu),
    .fields = menu_fields,
    .field_count = YT_COUNT(menu_fields),
};

void yt_load_menu(struct yt_reader *reader)
{
    if (!yt_load_file(reader, "support-menu.yaml", &menu_record, &reader->site->menu))
        reader->incomplete |= reader->sets[YT_SET_ITEMS].count == 0;
    reader->menu_tree = reader->tree;
}
