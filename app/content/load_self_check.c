#include "content/reader.h"

#include <stdio.h>
#include <string.h>

#define RULES_MAX 64
#define OPTION(member) offsetof(struct yt_check_option, member)
#define QUESTION(member) offsetof(struct yt_check_question, member)
#define TOPIC(member) offsetof(struct yt_check_topic, member)
#define AREA(member) offsetof(struct yt_check_area, member)
#define RULE(member) offsetof(struct yt_check_rule, member)
#define NOTE(member) offsetof(struct yt_check_note, member)
#define REMINDER(member) offsetof(struct yt_check_reminder, member)
#define CHECK(member) offsetof(struct yt_check, member)

const struct yt_choice yt_urgency_words[] = {
    {"soon", YT_URGENCY_SOON},
    {"today", YT_URGENCY_TODAY},
    {"now", YT_URGENCY_NOW},
    {NULL, 0},
};

const struct yt_choice yt_ease_words[] = {
    {"quiet", YT_EASE_QUIET},
    {"writing", YT_EASE_WRITING},
    {"slow", YT_EASE_SLOW},
    {"same-gender", YT_EASE_SAME_GENDER},
    {"step-free", YT_EASE_STEP_FREE},
    {"short", YT_EASE_SHORT},
    {"senses", YT_EASE_SENSES},
    {"language", YT_EASE_LANGUAGE},
    {NULL, 0},
};

/* --- Questions and their answers
 * ---------------------------------------------------------------------- */

static const struct yt_field option_fields[] = {
    {.key = "id", .read = yt_read_id, .offset = OPTION(id), .required = true},
    {.key = "number",
     .read = yt_read_number,
     .offset = OPTION(number),
     .required = true,
     .max = YT_OPTION_NUMBER_MAX},
    {.key = "text", .read = yt_read_text, .offset = OPTION(text), .required = true, .max = 120},
    {.key = "picture", .read = yt_read_id, .offset = OPTION(picture)},
    {.key = "exclusive", .read = yt_read_flag, .offset = OPTION(exclusive)},
    {.key = "about_other", .read = yt_read_flag, .offset = OPTION(about_other)},
    {.key = "child", .read = yt_read_flag, .offset = OPTION(child)},
    {.key = "areas", .read = yt_read_refs, .offset = OPTION(areas), .set = YT_SET_AREAS},
    {.key = "menu", .read = yt_read_refs, .offset = OPTION(items), .set = YT_SET_ITEMS},
    {.key = "urgency",
     .read = yt_read_choice,
     .offset = OPTION(urgency),
     .choices = yt_urgency_words},
    {.key = "opens", .read = yt_read_refs, .offset = OPTION(screens), .set = YT_SET_SCREENS},
    {.key = "blocks_areas",
     .read = yt_read_refs,
     .offset = OPTION(blocked_areas),
     .set = YT_SET_AREAS},
    {.key = "notes", .read = yt_read_refs, .offset = OPTION(notes), .set = YT_SET_NOTES},
    {.key = "ease", .read = yt_read_choices, .offset = OPTION(ease), .choices = yt_ease_words},
};

static const struct yt_record option_record = {
    .what = "an answer",
    .size = sizeof(struct yt_check_option),
    .fields = option_fields,
    .field_count = YT_COUNT(option_fields),
    .number_offset = OPTION(number),
};

static const struct yt_choice type_words[] = {
    {"single", YT_QUESTION_SINGLE},
    {"scale", YT_QUESTION_SCALE},
    {"multi", YT_QUESTION_MULTI},
    {NULL, 0},
};

static const struct yt_field question_fields[] = {
    {.key = "id", .read = yt_read_id, .offset = QUESTION(id), .required = true},
    {.key = "number", .read = yt_read_number, .offset = QUESTION(number), .required = true},
    {.key = "type",
     .read = yt_read_choice,
     .offset = QUESTION(type),
     .required = true,
     .choices = type_words},
    {.key = "topic",
     .read = yt_read_ref,
     .offset = QUESTION(topic),
     .required = true,
     .set = YT_SET_TOPICS},
    {.key = "show_if",
     .read = yt_read_condition,
     .offset = QUESTION(show_if),
     .set = YT_SET_QUESTIONS},
    {.key = "text", .read = yt_read_text, .offset = QUESTION(text), .required = true, .max = 160},
    {.key = "help",
     .read = yt_read_text,
     .offset = QUESTION(help),
     .has_offset = QUESTION(has_help),
     .max = 240},
    {.key = "answers",
     .read = yt_read_list,
     .offset = QUESTION(options),
     .required = true,
     .min = 2,
     .max = YT_OPTIONS_MAX,
     .record = &option_record,
     .count_offset = QUESTION(option_count)},
};

static const struct yt_record question_record = {
    .what = "a question",
    .size = sizeof(struct yt_check_question),
    .fields = question_fields,
    .field_count = YT_COUNT(question_fields),
};

static bool check_question(struct yt_reader *reader, const struct yt_yaml *id,
                           const struct yt_check_question *questions, size_t count,
                           const struct yt_yaml *tree)
{
    const struct yt_check_question *own = &questions[count];

    if (strcmp(own->id, id->text) != 0)
        return yt_remedy(yt_fault(reader->report, yt_yaml_get(tree, "id"),
                                  "the id is \"%s\", the file is named \"%s.yaml\"", own->id,
                                  id->text),
                         "Write \"id: %s\".", id->text);
    for (size_t i = 0; i < count; i++)
        if (questions[i].number == own->number)
            return yt_remedy(yt_fault(reader->report, yt_yaml_get(tree, "number"),
                                      "the number %u is that of the question \"%s\"", own->number,
                                      questions[i].id),
                             "Give the new one a number that was never used; old entries carry "
                             "the numbers.");
    return true;
}

static bool read_question(struct yt_reader *reader, const struct yt_yaml *id,
                          struct yt_check_question *questions, size_t count)
{
    char name[64];
    const struct yt_yaml *tree;
    const struct yt_field id_field = {.key = "id"};

    if (!yt_read_id(reader, id, &id_field, &questions[count].id))
        return false;
    for (size_t i = 0; i < count; i++)
        if (questions[i].id && strcmp(questions[i].id, id->text) == 0)
            return yt_remedy(yt_fault(reader->report, id, "\"%s\" stands here twice", id->text),
                             "Keep one of the two.");
    snprintf(name, sizeof name, "self-check/%s.yaml", id->text);
    if (!(tree = yt_load_tree(reader, name)))
        return false;
    return yt_read_record(reader, tree, &question_record, &questions[count]) &&
           check_question(reader, id, questions, count, tree);
}

/* A list of ids; each question is a file of its own, so that its texts stay together. */
static bool read_questions(struct yt_reader *reader, const struct yt_yaml *node,
                           const struct yt_field *field, void *target)
{
    struct yt_check_question *questions;
    size_t count = 0;

    if (!yt_expect(reader, node, YT_YAML_LIST, "a list of ids, in the order of asking"))
        return !(reader->incomplete = true);
    if ((long long)node->count > field->max || node->count == 0)
        return yt_remedy(yt_fault(reader->report, node, "%zu questions stand here", node->count),
                         "Write 1 to %lld.", field->max);
    if (!(questions = yt_take(reader, node, node->count, sizeof *questions)))
        return false;
    for (const struct yt_yaml *id = node->first; id; id = id->next)
        if (!read_question(reader, id, questions, count++))
            reader->incomplete = true;
    *(const struct yt_check_question **)target = questions;
    reader->site->check.question_count = count;
    reader->sets[YT_SET_QUESTIONS] =
        (struct yt_set_members){.members = questions, .count = count, .size = sizeof *questions};
    return true;
}

/* --- Topics, areas, rules, notes, reminders
 * --------------------------------------------------------------- */

static const struct yt_field topic_fields[] = {
    {.key = "id", .read = yt_read_id, .offset = TOPIC(id), .required = true},
    {.key = "number", .read = yt_read_number, .offset = TOPIC(number), .required = true},
    {.key = "text", .read = yt_read_text, .offset = TOPIC(text), .required = true, .max = 60},
    {.key = "picture", .read = yt_read_id, .offset = TOPIC(picture)},
    {.key = "always", .read = yt_read_flag, .offset = TOPIC(always)},
};

static const struct yt_record topic_record = {
    .what = "a topic",
    .size = sizeof(struct yt_check_topic),
    .fields = topic_fields,
    .field_count = YT_COUNT(topic_fields),
    .set = YT_SET_TOPICS,
    .number_offset = TOPIC(number),
};

static const struct yt_field area_fields[] = {
    {.key = "id", .read = yt_read_id, .offset = AREA(id), .required = true},
    {.key = "number", .read = yt_read_number, .offset = AREA(number), .required = true},
    {.key = "text", .read = yt_read_staff_text, .offset = AREA(text), .required = true, .max = 80},
    {.key = "menu",
     .read = yt_read_refs,
     .offset = AREA(items),
     .required = true,
     .set = YT_SET_ITEMS},
};

static const struct yt_record area_record = {
    .what = "an area",
    .size = sizeof(struct yt_check_area),
    .fields = area_fields,
    .field_count = YT_COUNT(area_fields),
    .set = YT_SET_AREAS,
    .number_offset = AREA(number),
};

static const struct yt_field rule_fields[] = {
    {.key = "id", .read = yt_read_id, .offset = RULE(id), .required = true},
    {.key = "number", .read = yt_read_number, .offset = RULE(number), .required = true},
    {.key = "when", .read = yt_read_condition, .offset = RULE(when), .required = true},
    {.key = "urgency",
     .read = yt_read_choice,
     .offset = RULE(urgency),
     .required = true,
     .choices = yt_urgency_words},
    {.key = "shows_lines", .read = yt_read_refs, .offset = RULE(lines), .set = YT_SET_HELPLINES},
    {.key = "why", .read = yt_read_staff_text, .offset = RULE(why), .max = 120},
};

static const struct yt_record rule_record = {
    .what = "a rule",
    .size = sizeof(struct yt_check_rule),
    .fields = rule_fields,
    .field_count = YT_COUNT(rule_fields),
    .set = YT_SET_RULES,
    .number_offset = RULE(number),
};

static const struct yt_field note_fields[] = {
    {.key = "id", .read = yt_read_id, .offset = NOTE(id), .required = true},
    {.key = "number", .read = yt_read_number, .offset = NOTE(number), .required = true},
    {.key = "text", .read = yt_read_staff_text, .offset = NOTE(text), .required = true, .max = 120},
};

static const struct yt_record note_record = {
    .what = "a note",
    .size = sizeof(struct yt_check_note),
    .fields = note_fields,
    .field_count = YT_COUNT(note_fields),
    .set = YT_SET_NOTES,
    .number_offset = NOTE(number),
};

static const struct yt_field reminder_fields[] = {
    {.key = "id", .read = yt_read_id, .offset = REMINDER(id), .required = true},
    {.key = "number", .read = yt_read_number, .offset = REMINDER(number), .required = true},
    {.key = "when", .read = yt_read_condition, .offset = REMINDER(when), .required = true},
    {.key = "text", .read = yt_read_text, .offset = REMINDER(text), .required = true, .max = 160},
    {.key = "offers_easy_japanese", .read = yt_read_flag, .offset = REMINDER(offer_easy)},
};

static const struct yt_record reminder_record = {
    .what = "a reminder",
    .size = sizeof(struct yt_check_reminder),
    .fields = reminder_fields,
    .field_count = YT_COUNT(reminder_fields),
    .set = YT_SET_REMINDERS,
    .number_offset = REMINDER(number),
};

static const struct yt_field check_fields[] = {
    {.key = "topics",
     .read = yt_read_list,
     .offset = CHECK(topics),
     .required = true,
     .min = 1,
     .max = YT_TOPICS_MAX,
     .record = &topic_record,
     .count_offset = CHECK(topic_count)},
    {.key = "questions",
     .read = read_questions,
     .offset = CHECK(questions),
     .required = true,
     .max = YT_QUESTIONS_MAX},
    {.key = "areas",
     .read = yt_read_list,
     .offset = CHECK(areas),
     .required = true,
     .min = 1,
     .max = YT_BITS_MAX,
     .record = &area_record,
     .count_offset = CHECK(area_count)},
    {.key = "rules",
     .read = yt_read_list,
     .offset = CHECK(rules),
     .max = RULES_MAX,
     .record = &rule_record,
     .count_offset = CHECK(rule_count)},
    {.key = "notes",
     .read = yt_read_list,
     .offset = CHECK(notes),
     .max = YT_BITS_MAX,
     .record = &note_record,
     .count_offset = CHECK(note_count)},
    {.key = "reminders",
     .read = yt_read_list,
     .offset = CHECK(reminders),
     .max = YT_BITS_MAX,
     .record = &reminder_record,
     .count_offset = CHECK(reminder_count)},
};

static const struct yt_record check_record = {
    .what = "self-check.yaml",
    .size = sizeof(struct yt_check),
    .fields = check_fields,
    .field_count = YT_COUNT(check_fields),
};

void yt_load_self_check(struct yt_reader *reader)
{
    if (!yt_load_file(reader, "self-check.yaml", &check_record, &reader->site->check))
        reader->incomplete |= reader->sets[YT_SET_QUESTIONS].count == 0;
}
