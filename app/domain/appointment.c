#include "domain/appointment.h"

#include <stdio.h>
#include <string.h>

int yt_appointment_type_find(const struct yt_appointments *appointments, const char *id)
{
    for (size_t i = 0; i < appointments->type_count; i++)
        if (strcmp(appointments->types[i].id, id) == 0)
            return (int)i;
    return -1;
}

int yt_appointment_type_numbered(const struct yt_appointments *appointments, uint16_t number)
{
    for (size_t i = 0; i < appointments->type_count; i++)
        if (appointments->types[i].number == number)
            return (int)i;
    return -1;
}

void yt_slot_id(const struct yt_site *site, const struct yt_appointments *appointments,
                const struct yt_slot *slot, char id[static YT_SLOT_ID_MAX])
{
    /* The loader keeps ids so short that this always fits. */
    snprintf(id, YT_SLOT_ID_MAX, "%s|%s|%04d-%02d-%02dT%02d:%02d",
             appointments->types[slot->type].id, site->places[slot->place].id, slot->date.year,
             slot->date.month, slot->date.day, slot->minute / 60, slot->minute % 60);
}

static bool parse_start(const char *text, struct yt_slot *slot)
{
    char date[sizeof "2026-11-26"];
    int minute;

    if (strlen(text) != strlen("2026-11-26T09:00") || text[10] != 'T')
        return false;
    memcpy(date, text, sizeof date - 1);
    date[sizeof date - 1] = '\0';
    if (!yt_date_parse(date, &slot->date) || !yt_minute_parse(text + 11, &minute))
        return false;
    slot->minute = (int16_t)minute;
    return true;
}

bool yt_slot_id_parse(const struct yt_site *site, const struct yt_appointments *appointments,
                      const char *id, struct yt_slot *slot, struct yt_err *err)
{
    char copy[YT_SLOT_ID_MAX];
    char *place;
    char *start;
    int index;

    *slot = (struct yt_slot){0};
    if (strlen(id) >= sizeof copy)
        return yt_err_set(err, YT_ERR_INVALID, "the name of a slot is too long");
    memcpy(copy, id, strlen(id) + 1);
    if (!(place = strchr(copy, '|')) || !(start = strchr(place + 1, '|')) ||
        !parse_start(start + 1, slot))
        return yt_err_set(err, YT_ERR_INVALID, "\"%s\" does not name a slot", id);
    *place++ = '\0';
    *start = '\0';
    if ((index = yt_appointment_type_find(appointments, copy)) < 0)
        return yt_err_set(err, YT_ERR_NOT_FOUND, "no appointment type \"%s\"", copy);
    slot->type = (uint16_t)index;
    if ((index = yt_site_place_find(site, place)) < 0)
        return yt_err_set(err, YT_ERR_NOT_FOUND, "no place \"%s\"", place);
    slot->place = (uint16_t)index;
    return true;
}

bool yt_slot_taken_from_id(const struct yt_site *site, const struct yt_appointments *appointments,
                           const char *id, uint16_t count, struct yt_slot_taken *taken,
                           struct yt_err *err)
{
    struct yt_slot slot;

    if (!yt_slot_id_parse(site, appointments, id, &slot, err))
        return false;
    *taken = (struct yt_slot_taken){.type = appointments->types[slot.type].number,
                                    .place = site->places[slot.place].number,
                                    .start_minute = yt_slot_start_minute(site, &slot),
                                    .count = count};
    return true;
}

int64_t yt_slot_start_minute(const struct yt_site *site, const struct yt_slot *slot)
{
    return (int64_t)yt_date_to_days(slot->date) * YT_DAY_MINUTES + slot->minute -
           site->utc_offset_minutes;
}

void yt_slot_to_entry(const struct yt_site *site, const struct yt_appointments *appointments,
                      const struct yt_slot *slot, struct yt_entry_appointment *appointment)
{
    appointment->wanted = true;
    appointment->firm = slot->firm;
    appointment->type = appointments->types[slot->type].number;
    appointment->place = site->places[slot->place].number;
    appointment->time_count = 1;
    appointment->time_minutes[0] = yt_slot_start_minute(site, slot);
    appointment->length_minutes = slot->length_minutes;
}
