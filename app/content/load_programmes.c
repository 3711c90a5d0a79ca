#include "content/reader.h"

#include "content/listing_words.h"

#define PROGRAMMES_MAX 200
#define CHANGES_MAX 60
#define CHANGE_DAYS_MAX 366
#define PROGRAMME(member) offsetof(struct yt_programme, member)
#define CHANGE(member) offsetof(struct written_change, member)

/* --- Changes ---------------------------------------------------------------------------------- */

/* As it is written: "day" for one day. Begins with what the domain knows, so that a list of these
 * becomes a list of those. */
struct written_change {
    struct yt_programme_change change;
    struct yt_date day;
    bool has_day, has_from, has_until;
};

static const struct yt_choice change_words[] = {
    {"online", YT_CHANGE_ONLINE},
    {"moved", YT_CHANGE_MOVED},
    {"cancelled", YT_CHANGE_CANCELLED},
    {NULL, 0},
};

static void prepare_change(void *target)
{
    struct written_change *written = target;

    written->change.from_minute = written->change.until_minute = YT_LISTING_NOT_SAID;
}

static bool check_days(struct yt_reader *reader, const struct yt_yaml *node,
                       struct written_change *written)
{
    struct yt_programme_change *change = &written->change;

    if (written->has_from != written->has_until || written->has_day == written->has_from)
        return yt_remedy(yt_fault(reader->report, node, "the days are not clear"),
                         "Write \"day\", or \"from\" and \"until\".");
    if (written->has_day)
        change->from = change->until = written->day;
    if (yt_date_compare(change->from, change->until) > 0)
        return yt_remedy(
            yt_fault(reader->report, yt_yaml_get(node, "until"), "it ends before it begins"),
            "Write \"until\" on or after \"from\".");
    if (yt_date_to_days(change->until) - yt_date_to_days(change->from) >= CHANGE_DAYS_MAX)
        return yt_remedy(
            yt_fault(reader->report, yt_yaml_get(node, "until"), "it lasts more than a year"),
            "Change the programme itself, or take it out.");
    return true;
}

static bool check_move(struct yt_reader *reader, const struct yt_yaml *node,
                       const struct written_change *written)
{
    static const char *const keys[] = {"new_day", "new_from", "new_until", "new_where"};
    const struct yt_programme_change *change = &written->change;
    const struct yt_yaml *said = NULL;

    for (size_t i = 0; i < YT_COUNT(keys) && !said; i++)
        said = yt_yaml_get(node, keys[i]);
    if (change->kind != YT_CHANGE_MOVED && said)
        return yt_remedy(yt_fault(reader->report, said, "this belongs to what is moved"),
                         "Write \"kind: moved\", or take the line out.");
    if (change->kind == YT_CHANGE_MOVED && !said)
        return yt_remedy(yt_fault(reader->report, node, "nothing says where or when to"),
                         "Add \"new_day\", \"new_from\" and \"new_until\", or \"new_where\".");
    if (change->to_date.year && !written->has_day)
        return yt_remedy(
            yt_fault(reader->report, yt_yaml_get(node, "new_day"), "a span cannot move to one day"),
            "Write one change with \"day\" for each day that moves.");
    if ((change->from_minute == YT_LISTING_NOT_SAID) !=
            (change->until_minute == YT_LISTING_NOT_SAID) ||
        change->from_minute > change->until_minute)
        return yt_remedy(yt_fault(reader->report, node, "the new time is not clear"),
                         "Write \"new_from\" and, later than it, \"new_until\".");
    return true;
}

static bool finish_change(struct yt_reader *reader, const struct yt_yaml *node, void *target)
{
    struct written_change *written = target;

    return check_days(reader, node, written) && check_move(reader, node, written);
}

static const struct yt_field change_fields[] = {
    {.key = "day", .read = yt_read_date, .offset = CHANGE(day), .has_offset = CHANGE(has_day)},
    {.key = "from",
     .read = yt_read_date,
     .offset = CHANGE(change.from),
     .has_offset = CHANGE(has_from)},
    {.key = "until",
     .read = yt_read_date,
     .offset = CHANGE(change.until),
     .has_offset = CHANGE(has_until)},
    {.key = "kind",
     .read = yt_read_choice,
     .offset = CHANGE(change.kind),
     .required = true,
     .choices = change_words},
    {.key = "new_day", .read = yt_read_date, .offset = CHANGE(change.to_date)},
    {.key = "new_from", .read = yt_read_minute, .offset = CHANGE(change.from_minute)},
    {.key = "new_until", .read = yt_read_minute, .offset = CHANGE(change.until_minute)},
    {.key = "new_where", .read = yt_read_text, .offset = CHANGE(change.where), .max = 120},
    {.key = "note", .read = yt_read_text, .offset = CHANGE(change.note), .max = 160},
};

static const struct yt_record change_record = {
    .what = "a change",
    .size = sizeof(struct written_change),
    .fields = change_fields,
    .field_count = YT_COUNT(change_fields),
    .prepare = prepare_change,
    .finish = finish_change,
};

struct written_changes {
    const struct written_change *written;
    size_t count;
};

static bool read_changes(struct yt_reader *reader, const struct yt_yaml *node,
                         const struct yt_field *field, void *target)
{
    const struct yt_field list = {.key = field->key,
                                  .max = field->max,
                                  .record = field->record,
                                  .count_offset = offsetof(struct written_changes, count)};
    struct yt_programme *programme = (struct yt_programme *)((char *)target - field->offset);
    struct written_changes changes = {NULL, 0};
    struct yt_programme_change *kept;

    if (!yt_read_list(reader, node, &list, &changes.written) ||
        !(kept = yt_take(reader, node, changes.count, sizeof *kept)))
        return false;
    for (size_t i = 0; i < changes.count; i++)
        kept[i] = changes.written[i].change;
    programme->changes = kept;
    programme->change_count = changes.count;
    return true;
}

/* --- Programmes ------------------------------------------------------------------------------- */

static bool read_months(struct yt_reader *reader, const struct yt_yaml *node,
                        const struct yt_field *field, void *target)
{
    const struct yt_field month = {.key = field->key, .min = 1, .max = 12};
    uint16_t *months = target;
    bool good = true;

    if (!yt_expect(reader, node, YT_YAML_LIST, "months in brackets: [1, 3, 5]"))
        return false;
    for (const struct yt_yaml *element = node->first; element; element = element->next) {
        int number = 0;

        if (yt_read_integer(reader, element, &month, &number))
            *months |= (uint16_t)(1U << (number - 1));
        else
            good = false;
    }
    return good;
}

static void prepare_programme(void *target)
{
    struct yt_programme *programme = target;

    programme->room = YT_LISTING_NOT_SAID;
    programme->usual_from = programme->usual_until = YT_LISTING_NOT_SAID;
    programme->books = programme->place = -1;
}

static bool check_recurrence(struct yt_reader *reader, const struct yt_yaml *node,
                             const struct yt_programme *programme)
{
    const struct yt_days *days = &programme->days;

    if (days->weekdays == 0 && days->date_count == 0)
        return yt_remedy(yt_fault(reader->report, yt_yaml_get(node, "days"), "no day stands here"),
                         "Write weekdays and days as in [月, 2026-11-26].");
    if (days->weekdays == 0 && (days->weeks || programme->months))
        return yt_remedy(
            yt_fault(reader->report, yt_yaml_get(node, "days"), "weeks and months need a weekday"),
            "Add the weekday, or take \"weeks\" and \"months\" out.");
    if (programme->follows_orders && (days->weekdays == 0 || days->date_count == 0))
        return yt_remedy(yt_fault(reader->report, yt_yaml_get(node, "days"),
                                  "weekdays and one day of each week with orders are needed"),
                         "Write for example [月, 火, 水, 2026-11-30].");
    return true;
}

static bool check_spans(struct yt_reader *reader, const struct yt_yaml *node,
                        struct yt_programme *programme)
{
    if (programme->until_minute <= programme->from_minute)
        return yt_remedy(
            yt_fault(reader->report, yt_yaml_get(node, "until"), "it ends before it begins"),
            "Write \"until\" later than \"from\".");
    if (programme->first.year && programme->last.year &&
        yt_date_compare(programme->last, programme->first) < 0)
        return yt_remedy(
            yt_fault(reader->report, yt_yaml_get(node, "last"), "it ends before it begins"),
            "Write \"last\" on or after \"first\".");
    if (programme->usual_until == YT_LISTING_NOT_SAID)
        programme->usual_until = programme->usual_from;
    if (programme->usual_from == YT_LISTING_NOT_SAID)
        programme->usual_from = programme->usual_until;
    if (programme->usual_until < programme->usual_from)
        return yt_remedy(yt_fault(reader->report, yt_yaml_get(node, "usual_until"),
                                  "it is less than \"usual_from\""),
                         "Write from how many to how many usually come.");
    return true;
}

static bool check_sign_up(struct yt_reader *reader, const struct yt_yaml *node,
                          const struct yt_programme *programme)
{
    const struct yt_yaml *sign_up = yt_yaml_get(node, "sign_up");
    const struct yt_yaml *days = yt_yaml_get(node, "sign_up_days");

    if (programme->sign_up == YT_SIGN_UP_BEFORE && !days)
        return yt_remedy(yt_fault(reader->report, sign_up, "nothing says how long before"),
                         "Add \"sign_up_days: 1\" (the day before).");
    if (programme->sign_up != YT_SIGN_UP_BEFORE && days)
        return yt_remedy(yt_fault(reader->report, days, "this belongs to \"sign_up: before\""),
                         "Write \"sign_up: before\", or take the line out.");
    if (programme->sign_up == YT_SIGN_UP_BOOKING && !yt_yaml_get(node, "books"))
        return yt_remedy(yt_fault(reader->report, sign_up, "nothing says what is booked"),
                         "Add \"books: lawyer\" with a type of appointments.yaml.");
    return true;
}

static bool finish_programme(struct yt_reader *reader, const struct yt_yaml *node, void *target)
{
    struct yt_programme *programme = target;

    return check_recurrence(reader, node, programme) && check_spans(reader, node, programme) &&
           check_sign_up(reader, node, programme);
}

#define TEXT(name, member, length)                                                        \
    {                                                                                     \
        .key = (name), .read = yt_read_text, .offset = PROGRAMME(member), .max = (length) \
    }
#define FLAG(name, member)                                               \
    {                                                                    \
        .key = (name), .read = yt_read_flag, .offset = PROGRAMME(member) \
    }
#define COUNT(name, member, least, most)                                                     \
    {                                                                                        \
        .key = (name), .read = yt_read_integer, .offset = PROGRAMME(member), .min = (least), \
        .max = (most)                                                                        \
    }

static const struct yt_field programme_fields[] = {
    {.key = "id",
     .read = yt_read_id,
     .offset = PROGRAMME(id),
     .required = true,
     .max = YT_PROGRAMME_ID_MAX - 1},
    {.key = "number", .read = yt_read_number, .offset = PROGRAMME(number), .required = true},
    {.key = "name", .read = yt_read_text, .offset = PROGRAMME(name), .required = true, .max = 80},
    TEXT("text", text, 240),
    {.key = "where",
     .read = yt_read_text,
     .offset = PROGRAMME(where),
     .required = true,
     .max = 120},
    TEXT("for_whom", for_whom, 100),
    TEXT("by", by, 80),
    {.key = "picture", .read = yt_read_id, .offset = PROGRAMME(picture)},
    {.key = "phone", .read = yt_read_word, .offset = PROGRAMME(phone), .max = 20},
    {.key = "online_link", .read = yt_read_link, .offset = PROGRAMME(online_link), .max = 100},
    {.key = "days", .read = yt_read_days, .offset = PROGRAMME(days), .required = true},
    {.key = "weeks", .read = yt_read_weeks, .offset = PROGRAMME(days)},
    {.key = "months", .read = read_months, .offset = PROGRAMME(months)},
    FLAG("follows_orders", follows_orders),
    {.key = "first", .read = yt_read_date, .offset = PROGRAMME(first)},
    {.key = "last", .read = yt_read_date, .offset = PROGRAMME(last)},
    {.key = "from", .read = yt_read_minute, .offset = PROGRAMME(from_minute), .required = true},
    {.key = "until", .read = yt_read_minute, .offset = PROGRAMME(until_minute), .required = true},
    COUNT("room_for", room, 1, 999),
    COUNT("usual_from", usual_from, 0, 999),
    COUNT("usual_until", usual_until, 0, 999),
    {.key = "group",
     .read = yt_read_choice,
     .offset = PROGRAMME(group),
     .choices = yt_group_size_words},
    {.key = "sign_up",
     .read = yt_read_choice,
     .offset = PROGRAMME(sign_up),
     .required = true,
     .choices = yt_sign_up_words},
    COUNT("sign_up_days", sign_up_days, 1, 60),
    {.key = "books", .read = yt_read_index, .offset = PROGRAMME(books), .set = YT_SET_TYPES},
    {.key = "given_by", .read = yt_read_kiosk_id, .offset = PROGRAMME(given_by)},
    FLAG("online_too", online_too),
    FLAG("open_on_holidays", open_holidays),
    {.key = "items", .read = yt_read_refs, .offset = PROGRAMME(items), .set = YT_SET_ITEMS},
    {.key = "place", .read = yt_read_index, .offset = PROGRAMME(place), .set = YT_SET_PLACES},
    {.key = "changes",
     .read = read_changes,
     .offset = PROGRAMME(changes),
     .max = CHANGES_MAX,
     .record = &change_record},
};

static const struct yt_record programme_record = {
    .what = "a programme",
    .size = sizeof(struct yt_programme),
    .fields = programme_fields,
    .field_count = YT_COUNT(programme_fields),
    .set = YT_SET_PROGRAMMES,
    .number_offset = PROGRAMME(number),
    .prepare = prepare_programme,
    .finish = finish_programme,
};

static const struct yt_field file_fields[] = {
    {.key = "programmes",
     .read = yt_read_list,
     .offset = offsetof(struct yt_offers, programmes),
     .required = true,
     .max = PROGRAMMES_MAX,
     .record = &programme_record,
     .count_offset = offsetof(struct yt_offers, programme_count)},
};

static const struct yt_record file_record = {
    .what = "programmes.yaml",
    .size = sizeof(struct yt_offers),
    .fields = file_fields,
    .field_count = YT_COUNT(file_fields),
};

void yt_load_programmes(struct yt_reader *reader)
{
    (void)yt_load_optional_file(reader, "programmes.yaml", &file_record, &reader->site->offers);
    reader->programmes_tree = reader->tree;
}
