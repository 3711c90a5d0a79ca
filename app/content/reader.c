#include "content/reader.h"

#include "base/buf.h"

#include <string.h>

#define NAMES_MAX 64

void *yt_take(struct yt_reader *reader, const struct yt_yaml *node, size_t count, size_t size)
{
    void *memory = yt_arena_take(reader->kept, count, size);

    if (!memory) {
        reader->incomplete = true;
        (void)yt_remedy(yt_fault(reader->report, node, "the folder holds too much"),
                        "Take out what is not needed.");
    }
    return memory;
}

static const char *kind_name(const struct yt_yaml *node)
{
    switch (node->kind) {
    case YT_YAML_MAP:
        return "keys with values";
    case YT_YAML_LIST:
        return "a list";
    case YT_YAML_SCALAR:
        break;
    }
    return node->no_value ? "nothing" : "a single text";
}

bool yt_expect(struct yt_reader *reader, const struct yt_yaml *node, enum yt_yaml_kind kind,
               const char *example)
{
    if (node->kind == kind)
        return true;
    return yt_remedy(yt_fault(reader->report, node, "%s%s%s%s stands here",
                              node->key ? "under \"" : "", node->key ? node->key->text : "",
                              node->key ? "\" " : "", kind_name(node)),
                     "Write %s.", example);
}

bool yt_expect_word(struct yt_reader *reader, const struct yt_yaml *node, const char *example)
{
    if (!yt_expect(reader, node, YT_YAML_SCALAR, example))
        return false;
    if (node->text[0] != '\0')
        return true;
    return yt_remedy(yt_fault(reader->report, node, "nothing stands behind \"%s\"",
                              node->key ? node->key->text : "-"),
                     "Write %s.", example);
}

/* --- Maps ------------------------------------------------------------------------------------- */

static void refuse_key(struct yt_reader *reader, const struct yt_yaml *key,
                       const struct yt_record *record)
{
    const char *names[NAMES_MAX];
    const char *meant;
    struct yt_buf known;
    struct yt_content_fault *fault;

    for (size_t i = 0; i < record->field_count && i < NAMES_MAX; i++)
        names[i] = record->fields[i].key;
    fault = yt_fault(reader->report, key, "%s has no key \"%.60s\"", record->what, key->text);
    meant = yt_did_you_mean(key->text, names, record->field_count);
    if (meant) {
        (void)yt_remedy(fault, "Did you mean \"%s\"?", meant);
        return;
    }
    yt_buf_init(&known, 260);
    for (size_t i = 0; i < record->field_count && !known.failed; i++)
        yt_buf_printf(&known, "%s%s", i ? ", " : "", record->fields[i].key);
    (void)yt_remedy(fault, "It may have: %s%s.", yt_buf_string(&known),
                    known.failed ? " and more, as in the sample site" : "");
    yt_buf_done(&known);
}

static const struct yt_field *field_named(const struct yt_record *record, const char *key)
{
    for (size_t i = 0; i < record->field_count; i++)
        if (strcmp(record->fields[i].key, key) == 0)
            return &record->fields[i];
    return NULL;
}

static bool read_field(struct yt_reader *reader, const struct yt_yaml *map,
                       const struct yt_record *record, const struct yt_field *field, void *target)
{
    const struct yt_yaml *value = yt_yaml_get(map, field->key);

    if (!value) {
        if (!field->required)
            return true;
        return yt_remedy(yt_fault(reader->report, map, "%s needs \"%s\"", record->what, field->key),
                         "Add a line \"%s: ...\".", field->key);
    }
    if (field->has_offset)
        *(bool *)((char *)target + field->has_offset) = true;
    return field->read(reader, value, field, (char *)target + field->offset);
}

bool yt_read_record(struct yt_reader *reader, const struct yt_yaml *node,
                    const struct yt_record *record, void *target)
{
    bool good = true;

    if (record->prepare)
        record->prepare(target);
    if (!yt_expect(reader, node, YT_YAML_MAP, "keys with values, one a line"))
        return false;
    for (const struct yt_yaml *value = node->first; value; value = value->next)
        if (!field_named(record, value->key->text)) {
            refuse_key(reader, value->key, record);
            good = false;
        }
    for (size_t i = 0; i < record->field_count; i++)
        good &= read_field(reader, node, record, &record->fields[i], target);
    if (good && record->finish)
        good = record->finish(reader, node, target);
    return good;
}

bool yt_read_map(struct yt_reader *reader, const struct yt_yaml *node, const struct yt_field *field,
                 void *target)
{
    return yt_read_record(reader, node, field->record, target);
}

/* --- Lists ------------------------------------------------------------------------------------ */

static const char *member_id(const struct yt_set_members *set, size_t index)
{
    return *(const char *const *)((const char *)set->members + index * set->size);
}

/* The place of an element's key, or of the element. */
static const struct yt_yaml *place_of(const struct yt_yaml *element, const char *key)
{
    const struct yt_yaml *value = yt_yaml_get(element, key);

    return value ? value : element;
}

static bool check_unique(struct yt_reader *reader, const struct yt_yaml *element,
                         const struct yt_record *record, const char *members, size_t count)
{
    const struct yt_set_members set = {.members = members, .count = count, .size = record->size};
    const char *own = members + count * record->size;
    const char *id = *(const char *const *)own;

    for (size_t i = 0; i < count; i++) {
        const char *other = members + i * record->size;

        if (id && member_id(&set, i) && strcmp(member_id(&set, i), id) == 0)
            return yt_remedy(yt_fault(reader->report, place_of(element, "id"),
                                      "the id \"%s\" is used twice", id),
                             "Give one of the two another id.");
        if (record->number_offset && *(const uint16_t *)(own + record->number_offset) != 0 &&
            *(const uint16_t *)(own + record->number_offset) ==
                *(const uint16_t *)(other + record->number_offset))
            return yt_remedy(yt_fault(reader->report, place_of(element, "number"),
                                      "the number %u is used twice",
                                      *(const uint16_t *)(own + record->number_offset)),
                             "Give the new one a number that was never used; old entries carry "
                             "the numbers.");
    }
    return true;
}

bool yt_read_list(struct yt_reader *reader, const struct yt_yaml *node,
                  const struct yt_field *field, void *target)
{
    const struct yt_record *record = field->record;
    char *members;
    size_t count = 0;
    bool good = true;

    if (record->set)
        reader->sets[record->set] = (struct yt_set_members){.size = record->size};
    if (node->no_value && field->min == 0)
        return true; /* "key:" and nothing below it yet */
    if (!yt_expect(reader, node, YT_YAML_LIST, "a list, each element with \"- \" before it"))
        return !(reader->incomplete = true);
    if ((long long)node->count > field->max)
        return yt_remedy(yt_fault(reader->report, node, "%zu stand here", node->count),
                         "At most %lld fit; take some out.", field->max);
    if ((long long)node->count < field->min)
        return yt_remedy(yt_fault(reader->report, node, "%zu stand here", node->count),
                         "At least %lld are needed.", field->min);
    if (!(members = yt_take(reader, node, node->count, record->size)))
        return false;
    for (const struct yt_yaml *element = node->first; element; element = element->next) {
        good &= yt_read_record(reader, element, record, members + count * record->size);
        if (record->set || record->number_offset)
            good &= check_unique(reader, element, record, members, count);
        if (record->set && !*(const char *const *)(members + count * record->size))
            reader->incomplete = true;
        count++;
    }
    *(const void **)target = members;
    /* count_offset counts from the struct, target is the member in it. */
    *(size_t *)((char *)target - field->offset + field->count_offset) = count;
    if (record->set)
        reader->sets[record->set] =
            (struct yt_set_members){.members = members, .count = count, .size = record->size};
    return good;
}

/* --- References ------------------------------------------------------------------------------- */

bool yt_read_later(struct yt_reader *reader, yt_read_function *read, const struct yt_yaml *node,
                   const struct yt_field *field, void *target)
{
    struct yt_later *later = yt_arena_take(&reader->scratch, 1, sizeof *later);

    if (!later)
        return yt_remedy(yt_fault(reader->report, node, "the folder holds too much"),
                         "Take out what is not needed.");
    *later = (struct yt_later){.read = read, .node = node, .field = field, .target = target};
    if (reader->later_last)
        reader->later_last->next = later;
    else
        reader->later = later;
    reader->later_last = later;
    return true;
}

void yt_read_what_waited(struct yt_reader *reader)
{
    for (const struct yt_later *later = reader->later; later; later = later->next)
        (void)later->read(reader, later->node, later->field, later->target);
    reader->later = reader->later_last = NULL;
}

const char *yt_set_name(enum yt_set set)
{
    static const char *const names[YT_SET_COUNT] = {
        [YT_SET_NONE] = "thing",
        [YT_SET_TOPICS] = "topic",
        [YT_SET_QUESTIONS] = "question",
        [YT_SET_AREAS] = "area",
        [YT_SET_RULES] = "rule",
        [YT_SET_NOTES] = "note",
        [YT_SET_REMINDERS] = "reminder",
        [YT_SET_ITEMS] = "menu item",
        [YT_SET_HELPLINES] = "line",
        [YT_SET_SCREENS] = "help screen",
        [YT_SET_PLACES] = "place",
        [YT_SET_KIOSKS] = "kiosk",
        [YT_SET_TYPES] = "appointment type",
        [YT_SET_LISTINGS] = "listing",
        [YT_SET_PROGRAMMES] = "programme",
        [YT_SET_OPEN_PLACES] = "open place",
        [YT_SET_VOICES] = "voice",
        [YT_SET_CARDS] = "talk card",
    };

    return names[set];
}

const char *yt_set_id(const struct yt_reader *reader, enum yt_set set, size_t index)
{
    return member_id(&reader->sets[set], index);
}

int yt_set_find(struct yt_reader *reader, enum yt_set set, const struct yt_yaml *node)
{
    const struct yt_set_members *members = &reader->sets[set];
    const char *names[YT_BITS_MAX];
    struct yt_content_fault *fault;
    const char *meant;

    if (!yt_expect_word(reader, node, "one id"))
        return -1;
    for (size_t i = 0; i < members->count; i++) {
        if (strcmp(member_id(members, i), node->text) == 0)
            return (int)i;
        if (i < YT_BITS_MAX)
            names[i] = member_id(members, i);
    }
    fault =
        yt_fault(reader->report, node, "there is no %s \"%.60s\"", yt_set_name(set), node->text);
    meant = yt_did_you_mean(node->text, names,
                            members->count < YT_BITS_MAX ? members->count : YT_BITS_MAX);
    if (meant)
        (void)yt_remedy(fault, "Did you mean \"%s\"?", meant);
    else
        (void)yt_remedy(fault, "Write the id of a %s that the site has.", yt_set_name(set));
    return -1;
}

static bool resolve_ref(struct yt_reader *reader, const struct yt_yaml *node,
                        const struct yt_field *field, void *target)
{
    const int index = yt_set_find(reader, field->set, node);

    if (index >= 0)
        *(uint16_t *)target = (uint16_t)index;
    return index >= 0;
}

bool yt_read_ref(struct yt_reader *reader, const struct yt_yaml *node, const struct yt_field *field,
                 void *target)
{
    return yt_read_later(reader, resolve_ref, node, field, target);
}

static bool resolve_index(struct yt_reader *reader, const struct yt_yaml *node,
                          const struct yt_field *field, void *target)
{
    const int index = yt_set_find(reader, field->set, node);

    if (index >= 0)
        *(int *)target = index;
    return index >= 0;
}

bool yt_read_index(struct yt_reader *reader, const struct yt_yaml *node,
                   const struct yt_field *field, void *target)
{
    return yt_read_later(reader, resolve_index, node, field, target);
}

static bool resolve_refs(struct yt_reader *reader, const struct yt_yaml *node,
                         const struct yt_field *field, void *target)
{
    uint64_t *set = target;

    for (const struct yt_yaml *element = node->first; element; element = element->next) {
        const int index = yt_set_find(reader, field->set, element);

        if (index >= 0)
            *set |= yt_bit((size_t)index);
    }
    return true;
}

bool yt_read_refs(struct yt_reader *reader, const struct yt_yaml *node,
                  const struct yt_field *field, void *target)
{
    if (!yt_expect(reader, node, YT_YAML_LIST, "a list of ids in brackets: [one, two]"))
        return false;
    return yt_read_later(reader, resolve_refs, node, field, target);
}
