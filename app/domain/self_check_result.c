#include "domain/self_check.h"

static const struct yt_check_answers *effective(const struct yt_check *check,
                                                const struct yt_check_answers *answers,
                                                struct yt_check_answers *copy)
{
    *copy = *answers;
    /* Setting the same pace again drops whatever is not asked. */
    yt_check_set_pace(check, copy, answers->pace, answers->topics);
    return copy;
}

static enum yt_urgency higher(enum yt_urgency a, enum yt_urgency b)
{
    return a > b ? a : b;
}

static uint64_t blocked_areas(const struct yt_check *check, const struct yt_check_answers *answers)
{
    uint64_t blocked = 0;

    for (size_t q = 0; q < check->question_count; q++)
        for (size_t o = 0; o < check->questions[q].option_count; o++)
            if (yt_check_is_chosen(answers, q, o))
                blocked |= check->questions[q].options[o].blocked_areas;
    return blocked;
}

static uint64_t items_of_areas(const struct yt_check *check, uint64_t areas)
{
    uint64_t items = 0;

    for (size_t i = yt_next_bit(areas, 0); i < check->area_count; i = yt_next_bit(areas, i + 1))
        items |= check->areas[i].items;
    return items;
}

static uint64_t own_items_of_areas(const struct yt_check *check, uint64_t areas)
{
    uint64_t items = 0;

    for (size_t i = yt_next_bit(areas, 0); i < check->area_count; i = yt_next_bit(areas, i + 1))
        items |= check->areas[i].own_items;
    return items;
}

static void add_option(const struct yt_check *check, const struct yt_check_question *question,
                       const struct yt_check_option *option, uint64_t blocked,
                       struct yt_check_result *result)
{
    const uint64_t areas = option->areas & ~blocked;
    uint64_t items = option->items ? option->items : items_of_areas(check, areas);

    if (option->areas && !areas)
        items = 0; /* it points to nothing but what is not to be raised */
    items &= ~own_items_of_areas(check, blocked);
    result->areas |= areas;
    result->items |= items;
    result->items_of_topic[question->topic] |= items;
    result->urgency = higher(result->urgency, option->urgency);
    result->screens |= option->screens;
    result->notes |= option->notes;
    result->ease |= option->ease;
    result->about_other |= option->about_other;
    result->child |= option->child;
}

static void add_rules(const struct yt_check *check, const struct yt_check_answers *answers,
                      struct yt_check_result *result)
{
    for (size_t i = 0; i < check->rule_count; i++) {
        const struct yt_check_rule *rule = &check->rules[i];

        if (!yt_condition_holds(&rule->when, answers))
            continue;
        result->rules |= yt_bit(i);
        result->lines |= rule->lines;
        result->urgency = higher(result->urgency, rule->urgency);
    }
    for (size_t i = 0; i < check->reminder_count; i++)
        if (yt_condition_holds(&check->reminders[i].when, answers))
            result->reminders |= yt_bit(i);
}

struct yt_check_result yt_check_evaluate(const struct yt_check *check,
                                         const struct yt_check_answers *answers)
{
    struct yt_check_result result = {0};
    struct yt_check_answers copy;
    uint64_t blocked;

    answers = effective(check, answers, &copy);
    blocked = blocked_areas(check, answers);
    result.shown = yt_check_asked(check, answers);
    for (size_t q = 0; q < check->question_count; q++)
        for (size_t o = 0; o < check->questions[q].option_count; o++)
            if (yt_check_is_chosen(answers, q, o))
                add_option(check, &check->questions[q], &check->questions[q].options[o], blocked,
                           &result);
    add_rules(check, answers, &result);
    yt_check_answers_wipe(&copy);
    return result;
}

/* Chosen options as bits by number instead of index. */
static uint32_t chosen_numbers(const struct yt_check_question *question, uint16_t chosen)
{
    uint32_t numbers = 0;

    for (size_t i = 0; i < question->option_count; i++)
        if (yt_has_bit(chosen, i))
            numbers |= UINT32_C(1) << question->options[i].number;
    return numbers;
}

void yt_check_to_entry(const struct yt_check *check, const struct yt_check_answers *answers,
                       const uint16_t *item_numbers, size_t item_count, struct yt_entry *entry)
{
    const struct yt_check_result result = yt_check_evaluate(check, answers);

    entry->answer_count = 0;
    entry->lit_count = 0;
    entry->urgency = result.urgency;
    for (size_t i = yt_next_bit(result.shown, 0); i < check->question_count;
         i = yt_next_bit(result.shown, i + 1)) {
        const struct yt_check_question *question = &check->questions[i];

        entry->answers[entry->answer_count++] =
            (struct yt_entry_answer){.question = question->number,
                                     .skipped = answers->chosen[i] == 0,
                                     .chosen = chosen_numbers(question, answers->chosen[i])};
    }
    for (size_t i = yt_next_bit(result.items, 0); i < item_count;
         i = yt_next_bit(result.items, i + 1))
        entry->lit[entry->lit_count++] = item_numbers[i];
}
