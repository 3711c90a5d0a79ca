#include "content/reader.h"

#include <string.h>

#define CLAUSES_MAX 16

static bool find_answer(struct yt_reader *reader, const struct yt_yaml *node,
                        const struct yt_check_question *question, uint16_t *options)
{
    const char *names[YT_OPTIONS_MAX];
    struct yt_content_fault *fault;
    const char *meant;
    int index;

    if (!yt_expect_word(reader, node, "the id of an answer"))
        return false;
    if ((index = yt_check_option_find(question, node->text)) >= 0) {
        *options |= (uint16_t)(1U << index);
        return true;
    }
    for (size_t i = 0; i < question->option_count; i++)
        names[i] = question->options[i].id;
    fault = yt_fault(reader->report, node, "the question \"%s\" has no answer \"%.60s\"",
                     question->id, node->text);
    if ((meant = yt_did_you_mean(node->text, names, question->option_count)) != NULL)
        return yt_remedy(fault, "Did you mean \"%s\"?", meant);
    return yt_remedy(fault, "Write the id of one of its answers.");
}

/* A question's own condition may look at what was asked before it, nothing else: then no two
 * questions can wait for each other, and one walk forwards settles all of them. */
static bool check_order(struct yt_reader *reader, const struct yt_yaml *key, int index)
{
    const struct yt_check *check = &reader->site->check;
    const struct yt_check_question *own = reader->reading_question;

    if (!own || &check->questions[index] < own)
        return true;
    return yt_remedy(
        yt_fault(reader->report, key, "\"%s\" is asked %s \"%s\", which waits for it", key->text,
                 &check->questions[index] == own ? "as the very question" : "after", own->id),
        "Name only questions that come earlier in self-check.yaml, or move the "
        "question.");
}

/* "money: [tight, short]" or "age: u17". */
static bool read_term(struct yt_reader *reader, const struct yt_yaml *value,
                      struct yt_condition_term *term)
{
    const struct yt_check *check = &reader->site->check;
    const int index = yt_set_find(reader, YT_SET_QUESTIONS, value->key);
    bool good;

    if (index < 0 || !(good = check_order(reader, value->key, index)))
        return false;
    term->question = (uint16_t)index;
    if (value->kind == YT_YAML_SCALAR)
        return find_answer(reader, value, &check->questions[index], &term->options);
    if (!yt_expect(reader, value, YT_YAML_LIST, "answers in brackets: [one, two]"))
        return false;
    for (const struct yt_yaml *answer = value->first; answer; answer = answer->next)
        good &= find_answer(reader, answer, &check->questions[index], &term->options);
    if (good && term->options == 0)
        return yt_remedy(yt_fault(reader->report, value, "no answer is named"),
                         "Write the ids of answers: [one, two].");
    return good;
}

struct clauses {
    struct yt_condition_clause clause[CLAUSES_MAX];
    size_t count;
};

static bool add_clause(struct yt_reader *reader, const struct yt_yaml *node,
                       const struct yt_condition_term *terms, size_t count, bool denied,
                       struct clauses *clauses)
{
    if (clauses->count == CLAUSES_MAX)
        return yt_remedy(yt_fault(reader->report, node, "the condition is too long"),
                         "Use at most %d parts.", CLAUSES_MAX);
    clauses->clause[clauses->count++] =
        (struct yt_condition_clause){.terms = terms, .term_count = count, .denied = denied};
    return true;
}

/* What stands under all_of, any_of or none_of. */
static bool read_group(struct yt_reader *reader, const struct yt_yaml *group,
                       struct clauses *clauses)
{
    const bool all = strcmp(group->key->text, "all_of") == 0;
    struct yt_condition_term *terms;
    size_t count = 0;

    if (!yt_expect(reader, group, YT_YAML_MAP, "questions with their answers: \"age: [u17]\"") ||
        !(terms = yt_take(reader, group, group->count, sizeof *terms)))
        return false;
    for (const struct yt_yaml *value = group->first; value; value = value->next) {
        if (!read_term(reader, value, &terms[count]))
            return false;
        if (all && !add_clause(reader, value, &terms[count], 1, false, clauses))
            return false;
        count++;
    }
    return all || add_clause(reader, group, terms, count, strcmp(group->key->text, "none_of") == 0,
                             clauses);
}

static bool read_groups(struct yt_reader *reader, const struct yt_yaml *node,
                        struct clauses *clauses)
{
    static const char *const names[] = {"all_of", "any_of", "none_of"};

    if (!yt_expect(reader, node, YT_YAML_MAP, "all_of, any_of or none_of"))
        return false;
    for (const struct yt_yaml *group = node->first; group; group = group->next) {
        const char *key = group->key->text;

        if (strcmp(key, names[0]) != 0 && strcmp(key, names[1]) != 0 &&
            strcmp(key, names[2]) != 0) {
            const char *meant = yt_did_you_mean(key, names, YT_COUNT(names));

            return yt_remedy(
                yt_fault(reader->report, group->key, "a condition has no part \"%.60s\"", key),
                meant ? "Did you mean \"%s\"?" : "Write all_of, any_of or none_of%s.",
                meant ? meant : "");
        }
        if (!read_group(reader, group, clauses))
            return false;
    }
    return true;
}

static bool resolve_condition(struct yt_reader *reader, const struct yt_yaml *node,
                              const struct yt_field *field, void *target)
{
    struct yt_condition *condition = target;
    struct clauses clauses = {.count = 0};
    struct yt_condition_clause *kept;

    /* The condition of a question is a member of it: from there to the struct. */
    reader->reading_question =
        field->set == YT_SET_QUESTIONS ? (const char *)target - field->offset : NULL;
    if (node->kind == YT_YAML_LIST) {
        for (const struct yt_yaml *part = node->first; part; part = part->next)
            if (!read_groups(reader, part, &clauses))
                return false;
    } else if (!read_groups(reader, node, &clauses)) {
        return false;
    }
    if (clauses.count == 0)
        return yt_remedy(yt_fault(reader->report, node, "the condition is empty"),
                         "Write all_of, any_of or none_of, or take the key out.");
    if (!(kept = yt_take(reader, node, clauses.count, sizeof *kept)))
        return false;
    memcpy(kept, clauses.clause, clauses.count * sizeof *kept);
    *condition = (struct yt_condition){.clauses = kept, .clause_count = clauses.count};
    return true;
}

bool yt_read_condition(struct yt_reader *reader, const struct yt_yaml *node,
                       const struct yt_field *field, void *target)
{
    return yt_read_later(reader, resolve_condition, node, field, target);
}
