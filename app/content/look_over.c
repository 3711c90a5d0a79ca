#include "content/report.h"

#include <stdio.h>
#include <stdlib.h>

static void look_at_lines(const struct yt_site_content *site, const char *file,
                          struct yt_date today, struct yt_content_report *warnings)
{
    for (size_t i = 0; i < site->help.line_count; i++) {
        const struct yt_helpline *line = &site->help.lines[i];

        if (!yt_helpline_overdue(line, today, site->site.settings.helpline_check_days))
            continue;
        (void)yt_remedy(yt_fault_in(warnings, file,
                                    "the line \"%s\" was last checked on "
                                    "%04d-%02d-%02d",
                                    line->id, line->checked_on.year, line->checked_on.month,
                                    line->checked_on.day),
                        "Make sure of its number and hours, then write today's date at "
                        "checked_on.");
    }
}

static void look_at_menu(const struct yt_site_content *site, const char *file, struct yt_date today,
                         struct yt_content_report *warnings)
{
    for (size_t i = 0; i < site->menu.count; i++) {
        const struct yt_menu_item *item = &site->menu.items[i];

        if (!item->has_until || yt_date_compare(today, item->until) <= 0)
            continue;
        (void)yt_remedy(yt_fault_in(warnings, file,
                                    "the item \"%s\" ended on %04d-%02d-%02d and "
                                    "is hidden",
                                    item->id, item->until.year, item->until.month, item->until.day),
                        "Write a later day at until, or leave it.");
    }
}

static void look_at_holidays(const struct yt_site_content *site, const char *file,
                             struct yt_date today, struct yt_content_report *warnings)
{
    const int32_t left = yt_date_to_days(site->site.holidays_until) - yt_date_to_days(today);

    if (left < site->appointments.days_ahead)
        (void)yt_remedy(yt_fault_in(warnings, file,
                                    "the holidays are only kept until "
                                    "%04d-%02d-%02d",
                                    site->site.holidays_until.year, site->site.holidays_until.month,
                                    site->site.holidays_until.day),
                        "Add the next year's and move kept_until; people already book those "
                        "days.");
}

/* Which patterns give a slot to anybody in the coming weeks? */
static void mark_offered(const struct yt_site_content *site, struct yt_date today,
                         struct yt_slot_list *list, bool *offered)
{
    for (size_t type = 0; type < site->appointments.type_count; type++) {
        const struct yt_slot_request request = {
            .type = type, .place = -1, .language = -1, .now = {.date = today}};

        yt_slots_offer(&site->site, &site->appointments, &request, list);
        for (size_t i = 0; i < list->count; i++)
            offered[list->slots[i].pattern] = true;
    }
}

static void look_at_patterns(const struct yt_site_content *site, const char *file,
                             struct yt_date today, struct yt_content_report *warnings)
{
    const struct yt_appointments *appointments = &site->appointments;
    struct yt_slot_list *list = malloc(sizeof *list);
    bool *offered = calloc(appointments->pattern_count + 1, sizeof *offered);

    if (list && offered)
        mark_offered(site, today, list, offered);
    for (size_t i = 0; list && offered && i < appointments->pattern_count; i++)
        if (!offered[i] && !appointments->patterns[i].held_back)
            (void)yt_remedy(yt_fault_in(warnings, file,
                                        "the pattern %zu (%s) gives no slot in the "
                                        "coming weeks",
                                        i + 1,
                                        appointments->types[appointments->patterns[i].type].id),
                            "Compare its days and times with the hours, the lunch hour and the "
                            "closed days.");
    free(offered);
    free(list);
}

void yt_content_look_over_site(const struct yt_site_content *site, const char *folder,
                               struct yt_date today, struct yt_content_report *warnings)
{
    char file[160];

    (void)snprintf(file, sizeof file, "%s/help-screens.yaml", folder);
    look_at_lines(site, file, today, warnings);
    (void)snprintf(file, sizeof file, "%s/support-menu.yaml", folder);
    look_at_menu(site, file, today, warnings);
    (void)snprintf(file, sizeof file, "%s/closed-days.yaml", folder);
    look_at_holidays(site, file, today, warnings);
    (void)snprintf(file, sizeof file, "%s/appointments.yaml", folder);
    look_at_patterns(site, file, today, warnings);
    yt_content_look_over_offers(site, folder, today, warnings);
}
