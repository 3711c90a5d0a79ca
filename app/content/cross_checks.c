#include "content/reader.h"

#include <string.h>

/* The node of element `index` in the list `key` of a file that has been read. */
static const struct yt_yaml *element(const struct yt_yaml *file, const char *key, size_t index)
{
    const struct yt_yaml *list = file ? yt_yaml_get(file, key) : NULL;
    const struct yt_yaml *node = list ? list->first : NULL;

    while (node && index-- > 0)
        node = node->next;
    return node;
}

/* Menu items that belong to one area alone stay dark when that area is blocked. */
static void give_areas_their_items(struct yt_reader *reader)
{
    const struct yt_site_content *site = reader->site;
    struct yt_check_area *areas = (struct yt_check_area *)site->check.areas;

    for (size_t i = 0; i < site->menu.count; i++) {
        const uint64_t of = site->menu.items[i].areas;

        if (yt_count_bits(of) == 1)
            areas[yt_next_bit(of, 0)].own_items |= yt_bit(i);
    }
}

static void check_pattern(struct yt_reader *reader, const struct yt_yaml *node,
                          const struct yt_slot_pattern *pattern)
{
    const struct yt_appointment_type *type = &reader->site->appointments.types[pattern->type];
    const struct yt_yaml *place = yt_yaml_get(node, "place");

    if (!yt_has_bit(type->places, pattern->place))
        (void)yt_remedy(
            yt_fault(reader->report, place, "\"%s\" is not held at \"%s\"", type->id, place->text),
            "Choose a place of that type, or add it to the type's \"places\".");
    if (!type->bookable)
        (void)yt_remedy(yt_fault(reader->report, yt_yaml_get(node, "type"),
                                 "\"%s\" cannot be booked, so it has no slots", type->id),
                        "Take the pattern out, or write \"bookable: yes\" at the type.");
}

/* One day of a type at a place must fit what the screens show. */
static void check_slots_of_day(struct yt_reader *reader, const struct yt_yaml *node, size_t index)
{
    const struct yt_appointments *appointments = &reader->site->appointments;
    const struct yt_slot_pattern *own = &appointments->patterns[index];
    size_t count = 0;

    for (size_t i = 0; i <= index; i++)
        if (appointments->patterns[i].type == own->type &&
            (appointments->patterns[i].days.weekdays & own->days.weekdays) != 0)
            count += appointments->patterns[i].minute_count;
    if (count > YT_SLOTS_OF_DAY_MAX)
        (void)yt_remedy(yt_fault(reader->report, node,
                                 "with this the type has %zu slots on one weekday", count),
                        "At most %d; take some out.", YT_SLOTS_OF_DAY_MAX);
}

static void check_patterns(struct yt_reader *reader)
{
    const struct yt_yaml *file = reader->appointments_tree;

    for (size_t i = 0; i < reader->site->appointments.pattern_count; i++) {
        const struct yt_yaml *node = element(file, "patterns", i);

        check_pattern(reader, node, &reader->site->appointments.patterns[i]);
        check_slots_of_day(reader, node, i);
    }
}

/* Nobody is turned away: some item must stand on every result page. */
static void check_always(struct yt_reader *reader)
{
    const struct yt_menu *menu = &reader->site->menu;

    for (size_t i = 0; i < menu->count; i++)
        if (menu->items[i].always)
            return;
    (void)yt_remedy(yt_fault(reader->report, yt_yaml_get(reader->menu_tree, "items"),
                             "no item is on every result page"),
                    "Write \"always: yes\" at the item for \"anything\".");
}

void yt_check_across(struct yt_reader *reader)
{
    give_areas_their_items(reader);
    check_patterns(reader);
    check_always(reader);
    yt_check_programmes(reader);
}
