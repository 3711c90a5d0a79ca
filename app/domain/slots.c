#include "domain/appointment.h"
#include "domain/self_check.h"

#include <stdlib.h>
#include <string.h>

/* Eases without which a slot is of no use, so that it is not shown. The others are told. */
#define CONDITIONS ((uint32_t)(YT_EASE_SAME_GENDER | YT_EASE_STEP_FREE))

/* All that one offer looks at. Minutes are local, since 1970, where they say `at`. */
struct offer {
    const struct yt_site *site;
    const struct yt_appointments *appointments;
    const struct yt_slot_request *request;
    const struct yt_appointment_type *type;
    int length;
    int workers;
    int64_t now_at;
    bool misfit; /* something was left out only because of what the resident needs */
};

static struct offer offer_begin(const struct yt_site *site,
                                const struct yt_appointments *appointments,
                                const struct yt_slot_request *request)
{
    const struct yt_appointment_type *type = &appointments->types[request->type];

    return (struct offer){
        .site = site,
        .appointments = appointments,
        .request = request,
        .type = type,
        .length = request->first_talk ? type->first_length_minutes : type->length_minutes,
        .workers = request->first_talk ? type->first_workers : type->workers,
        .now_at =
            (int64_t)yt_date_to_days(request->now.date) * YT_DAY_MINUTES + request->now.minute,
    };
}

static bool spans_overlap(int64_t a_from, int64_t a_until, int64_t b_from, int64_t b_until)
{
    return a_from < b_until && b_from < a_until;
}

static bool pattern_runs(const struct offer *offer, const struct yt_slot_pattern *pattern,
                         struct yt_date date)
{
    return yt_days_include(&pattern->days, date) &&
           (!pattern->has_from || yt_date_compare(pattern->from, date) <= 0) &&
           (!pattern->has_until || yt_date_compare(date, pattern->until) <= 0) &&
           !yt_site_closed(offer->site, pattern->place, date);
}

/* Is [from, until) of the day inside one of the openings? */
static bool inside(const struct yt_opening *openings, size_t count, struct yt_date date, int from,
                   int until)
{
    for (size_t i = 0; i < count; i++)
        if (yt_days_include(&openings[i].days, date) && openings[i].from_minute <= from &&
            until <= openings[i].until_minute)
            return true;
    return false;
}

/* The talk lies in the hours of its place (the desk's, where it has none of its own), and the way
 * there and back in the desk's. */
static bool in_hours(const struct offer *offer, const struct yt_slot_pattern *pattern,
                     struct yt_date date, int minute)
{
    const struct yt_site *site = offer->site;
    const struct yt_place *place = &site->places[pattern->place];
    const int travel = offer->type->travel_minutes;

    if (travel && !inside(site->openings, site->opening_count, date, minute - travel,
                          minute + offer->length + travel))
        return false;
    if (place->opening_count)
        return inside(place->openings, place->opening_count, date, minute, minute + offer->length);
    return inside(site->openings, site->opening_count, date, minute, minute + offer->length);
}

/* Somebody whom nobody on duty can relieve keeps the lunch hour. */
static bool leaves_lunch(const struct offer *offer, const struct yt_slot_pattern *pattern,
                         int minute)
{
    const struct yt_appointments *appointments = offer->appointments;
    const int travel = offer->type->travel_minutes;

    return pattern->workers > offer->workers ||
           !spans_overlap(minute - travel, minute + offer->length + travel,
                          appointments->lunch_from_minute, appointments->lunch_until_minute);
}

static bool in_time(const struct offer *offer, int64_t at)
{
    return at - offer->now_at >= offer->type->notice_minutes &&
           at - offer->now_at <= (int64_t)offer->appointments->days_ahead * YT_DAY_MINUTES;
}

static bool held_back_opens(const struct offer *offer, const struct yt_slot_pattern *pattern,
                            struct yt_date date)
{
    return !pattern->held_back || (offer->request->urgency >= YT_URGENCY_TODAY &&
                                   yt_date_compare(date, offer->request->now.date) == 0);
}

static bool overlaps_own(const struct offer *offer, struct yt_date date, int minute)
{
    for (size_t i = 0; i < offer->request->own_count; i++) {
        const struct yt_slot_span *own = &offer->request->own[i];

        if (yt_date_compare(own->date, date) == 0 &&
            spans_overlap(own->from_minute, own->until_minute, minute, minute + offer->length))
            return true;
    }
    return false;
}

/* The pattern that a taken slot came from: it knows the room. */
static const struct yt_slot_pattern *pattern_of(const struct offer *offer, size_t type,
                                                size_t place, struct yt_date date, int minute)
{
    for (size_t i = 0; i < offer->appointments->pattern_count; i++) {
        const struct yt_slot_pattern *pattern = &offer->appointments->patterns[i];

        if (pattern->type != type || pattern->place != place || !pattern_runs(offer, pattern, date))
            continue;
        for (size_t j = 0; j < pattern->minute_count; j++)
            if (pattern->minutes[j] == minute)
                return pattern;
    }
    return NULL;
}

static bool taken_uses_room(const struct offer *offer, const struct yt_slot_taken *taken,
                            int64_t taken_at, const struct yt_slot_pattern *pattern)
{
    const int type = yt_appointment_type_numbered(offer->appointments, taken->type);
    const int place = yt_site_place_numbered(offer->site, taken->place);
    const struct yt_slot_pattern *of;

    if (type < 0 || place < 0 || (size_t)place != pattern->place)
        return false;
    of = pattern_of(offer, (size_t)type, (size_t)place,
                    yt_date_from_days((int32_t)(taken_at / YT_DAY_MINUTES)),
                    (int)(taken_at % YT_DAY_MINUTES));
    return of && of->room && strcmp(of->room, pattern->room) == 0;
}

static int taken_length(const struct offer *offer, const struct yt_slot_taken *taken)
{
    const int type = yt_appointment_type_numbered(offer->appointments, taken->type);

    if (taken->length_minutes)
        return taken->length_minutes;
    return type < 0 ? 0 : offer->appointments->types[type].length_minutes;
}

/* Room for so many more, 0 when another talk is in the room at that time. */
static int room_left(const struct offer *offer, const struct yt_slot_pattern *pattern, int64_t at)
{
    int left = pattern->capacity;

    for (size_t i = 0; i < offer->request->taken_count; i++) {
        const struct yt_slot_taken *taken = &offer->request->taken[i];
        const int64_t taken_at = taken->start_minute + offer->site->utc_offset_minutes;

        if (taken->count == 0 ||
            !spans_overlap(taken_at, taken_at + taken_length(offer, taken), at, at + offer->length))
            continue;
        if (taken_at == at && taken->type == offer->type->number &&
            taken->place == offer->site->places[pattern->place].number)
            left -= taken->count;
        else if (pattern->room && taken_uses_room(offer, taken, taken_at, pattern))
            return 0;
    }
    return left > 0 ? left : 0;
}

static bool meets_needs(const struct offer *offer, const struct yt_slot_pattern *pattern)
{
    const struct yt_slot_request *request = offer->request;
    const struct yt_place *place = &offer->site->places[pattern->place];
    const uint32_t met = pattern->ease | (place->step_free ? (uint32_t)YT_EASE_STEP_FREE : 0);

    return (request->ease & CONDITIONS & ~met) == 0 &&
           (request->language < 0 || yt_has_bit(pattern->languages, (size_t)request->language));
}

/* Fills `slot` when this start of the pattern can be offered on that day. */
static bool offer_slot(struct offer *offer, size_t index, struct yt_date date, int minute,
                       struct yt_slot *slot)
{
    const struct yt_slot_pattern *pattern = &offer->appointments->patterns[index];
    const int64_t at = (int64_t)yt_date_to_days(date) * YT_DAY_MINUTES + minute;
    int left;

    if (!in_time(offer, at) || pattern->workers < offer->workers ||
        !held_back_opens(offer, pattern, date) || !in_hours(offer, pattern, date, minute) ||
        !leaves_lunch(offer, pattern, minute) || overlaps_own(offer, date, minute) ||
        (left = room_left(offer, pattern, at)) == 0)
        return false;
    if (!meets_needs(offer, pattern)) {
        offer->misfit = true;
        return false;
    }
    *slot = (struct yt_slot){
        .type = (uint16_t)offer->request->type,
        .place = pattern->place,
        .pattern = (uint16_t)index,
        .length_minutes = (uint16_t)offer->length,
        .date = date,
        .minute = (int16_t)minute,
        .left = (int16_t)left,
        .firm = !offer->request->kiosk ||
                (pattern->given_by && strcmp(pattern->given_by, offer->request->kiosk) == 0),
        .held_back = pattern->held_back,
    };
    return true;
}

static bool pattern_asked_for(const struct offer *offer, const struct yt_slot_pattern *pattern)
{
    return pattern->type == offer->request->type &&
           (offer->request->place < 0 || pattern->place == offer->request->place);
}

/* By time; where two patterns give the same slot the firm one stays. */
static size_t insert(struct yt_slot *slots, size_t count, size_t capacity, struct yt_slot slot)
{
    size_t at = count;

    for (size_t i = 0; i < count; i++)
        if (slots[i].minute == slot.minute && slots[i].place == slot.place) {
            if (slot.firm && !slots[i].firm)
                slots[i] = slot;
            return count;
        }
    if (count == capacity)
        return count;
    while (at > 0 && slots[at - 1].minute > slot.minute) {
        slots[at] = slots[at - 1];
        at--;
    }
    slots[at] = slot;
    return count + 1;
}

static size_t offer_day(struct offer *offer, struct yt_date date, struct yt_slot *slots,
                        size_t capacity)
{
    size_t count = 0;

    for (size_t i = 0; i < offer->appointments->pattern_count; i++) {
        const struct yt_slot_pattern *pattern = &offer->appointments->patterns[i];
        struct yt_slot slot;

        if (!pattern_asked_for(offer, pattern) || !pattern_runs(offer, pattern, date))
            continue;
        for (size_t j = 0; j < pattern->minute_count; j++)
            if (offer_slot(offer, i, date, pattern->minutes[j], &slot))
                count = insert(slots, count, capacity, slot);
    }
    return count;
}

static bool day_closed(const struct offer *offer, struct yt_date date)
{
    const struct yt_site *site = offer->site;

    if (offer->request->place >= 0)
        return yt_site_closed(site, (size_t)offer->request->place, date);
    for (size_t i = yt_next_bit(offer->type->places, 0); i < site->place_count;
         i = yt_next_bit(offer->type->places, i + 1))
        if (!yt_site_closed(site, i, date))
            return false;
    return offer->type->places != 0;
}

void yt_slots_offer(const struct yt_site *site, const struct yt_appointments *appointments,
                    const struct yt_slot_request *request, struct yt_slot_list *list)
{
    struct offer offer = offer_begin(site, appointments, request);
    const int32_t today = yt_date_to_days(request->now.date);

    memset(list, 0, sizeof *list);
    list->day_count = (size_t)appointments->days_ahead + 1;
    if (list->day_count > YT_SLOT_DAYS_MAX)
        list->day_count = YT_SLOT_DAYS_MAX;
    for (size_t i = 0; i < list->day_count; i++) {
        struct yt_slot_day *day = &list->days[i];

        day->date = yt_date_from_days(today + (int32_t)i);
        day->first = (uint16_t)list->count;
        day->closed = day_closed(&offer, day->date);
        day->count = (uint16_t)offer_day(&offer, day->date, list->slots + list->count,
                                         YT_SLOTS_MAX - list->count);
        list->count += day->count;
    }
    list->none_fits = list->count == 0 && offer.misfit;
    list->cut = list->count == YT_SLOTS_MAX;
}

bool yt_slot_is_offered(const struct yt_site *site, const struct yt_appointments *appointments,
                        const struct yt_slot_request *request, const char *id, struct yt_slot *slot)
{
    struct yt_slot_request narrowed = *request;
    struct yt_slot slots[YT_SLOTS_OF_DAY_MAX];
    struct yt_err ignored; /* what is no slot is not offered */
    struct yt_slot named;
    struct offer offer;
    size_t count;

    if (!yt_slot_id_parse(site, appointments, id, &named, &ignored))
        return false;
    narrowed.type = named.type;
    narrowed.place = named.place;
    offer = offer_begin(site, appointments, &narrowed);
    count = offer_day(&offer, named.date, slots, YT_COUNT(slots));
    for (size_t i = 0; i < count; i++)
        if (slots[i].minute == named.minute) {
            *slot = slots[i];
            return true;
        }
    return false;
}

int yt_slot_capacity(const struct yt_site *site, const struct yt_appointments *appointments,
                     const struct yt_slot *slot)
{
    const struct offer offer = {.site = site, .appointments = appointments};
    const struct yt_slot_pattern *pattern =
        pattern_of(&offer, slot->type, slot->place, slot->date, slot->minute);

    return pattern ? pattern->capacity : 0;
}
