#include "domain/self_check.h"

#include <sodium.h>
#include <string.h>

int yt_check_question_find(const struct yt_check *check, const char *id)
{
    for (size_t i = 0; i < check->question_count; i++)
        if (strcmp(check->questions[i].id, id) == 0)
            return (int)i;
    return -1;
}

int yt_check_question_numbered(const struct yt_check *check, uint16_t number)
{
    for (size_t i = 0; i < check->question_count; i++)
        if (check->questions[i].number == number)
            return (int)i;
    return -1;
}

int yt_check_option_find(const struct yt_check_question *question, const char *id)
{
    for (size_t i = 0; i < question->option_count; i++)
        if (strcmp(question->options[i].id, id) == 0)
            return (int)i;
    return -1;
}

int yt_check_option_numbered(const struct yt_check_question *question, uint16_t number)
{
    for (size_t i = 0; i < question->option_count; i++)
        if (question->options[i].number == number)
            return (int)i;
    return -1;
}

void yt_check_answers_wipe(struct yt_check_answers *answers)
{
    sodium_memzero(answers, sizeof *answers);
}

static uint16_t option_bit(size_t option)
{
    return (uint16_t)(1U << option);
}

static bool topic_is_asked(const struct yt_check *check, const struct yt_check_answers *answers,
                           size_t topic)
{
    switch (answers->pace) {
    case YT_PACE_ALL:
        return true;
    case YT_PACE_TOPICS:
        return check->topics[topic].always || yt_has_bit(answers->topics, topic);
    case YT_PACE_MENU:
        break;
    }
    return false;
}

bool yt_check_is_asked(const struct yt_check *check, const struct yt_check_answers *answers,
                       size_t question)
{
    return question < check->question_count &&
           topic_is_asked(check, answers, check->questions[question].topic) &&
           yt_condition_holds(&check->questions[question].show_if, answers);
}

/* Conditions look only backwards, so one walk forwards settles everything: whatever an answer
 * hides is emptied before a later condition asks for it. */
static void drop_unasked(const struct yt_check *check, struct yt_check_answers *answers)
{
    for (size_t i = 0; i < check->question_count; i++) {
        if (yt_check_is_asked(check, answers, i))
            continue;
        answers->chosen[i] = 0;
        answers->skipped &= ~yt_bit(i);
    }
}

void yt_check_set_pace(const struct yt_check *check, struct yt_check_answers *answers,
                       enum yt_check_pace pace, uint64_t topics)
{
    answers->pace = pace;
    answers->topics = topics;
    drop_unasked(check, answers);
}

static uint16_t exclusive_options(const struct yt_check_question *question)
{
    uint16_t options = 0;

    for (size_t i = 0; i < question->option_count; i++)
        if (question->options[i].exclusive)
            options |= option_bit(i);
    return options;
}

/* What is chosen once `option` has been touched. */
static uint16_t touched(const struct yt_check_question *question, uint16_t chosen, size_t option)
{
    const uint16_t bit = option_bit(option);

    if (chosen & bit)
        return chosen & (uint16_t)~bit;
    if (question->type != YT_QUESTION_MULTI || question->options[option].exclusive)
        return bit;
    return (uint16_t)((chosen & ~exclusive_options(question)) | bit);
}

void yt_check_touch(const struct yt_check *check, struct yt_check_answers *answers, size_t question,
                    size_t option)
{
    if (!yt_check_is_asked(check, answers, question) ||
        option >= check->questions[question].option_count)
        return;
    answers->chosen[question] =
        touched(&check->questions[question], answers->chosen[question], option);
    answers->skipped &= ~yt_bit(question);
    drop_unasked(check, answers);
}

void yt_check_skip(const struct yt_check *check, struct yt_check_answers *answers, size_t question)
{
    if (!yt_check_is_asked(check, answers, question))
        return;
    answers->chosen[question] = 0;
    answers->skipped |= yt_bit(question);
    drop_unasked(check, answers);
}

bool yt_check_is_chosen(const struct yt_check_answers *answers, size_t question, size_t option)
{
    return question < YT_QUESTIONS_MAX && option < YT_OPTIONS_MAX &&
           (answers->chosen[question] & option_bit(option)) != 0;
}

bool yt_check_is_skipped(const struct yt_check_answers *answers, size_t question)
{
    return yt_has_bit(answers->skipped, question);
}

uint64_t yt_check_asked(const struct yt_check *check, const struct yt_check_answers *answers)
{
    uint64_t asked = 0;

    for (size_t i = 0; i < check->question_count; i++)
        if (yt_check_is_asked(check, answers, i))
            asked |= yt_bit(i);
    return asked;
}

int yt_check_first(const struct yt_check *check, const struct yt_check_answers *answers)
{
    for (size_t i = 0; i < check->question_count; i++)
        if (yt_check_is_asked(check, answers, i))
            return (int)i;
    return -1;
}

int yt_check_next(const struct yt_check *check, const struct yt_check_answers *answers,
                  size_t question)
{
    for (size_t i = question + 1; i < check->question_count; i++)
        if (yt_check_is_asked(check, answers, i))
            return (int)i;
    return -1;
}

int yt_check_previous(const struct yt_check *check, const struct yt_check_answers *answers,
                      size_t question)
{
    for (size_t i = question; i-- > 0;)
        if (yt_check_is_asked(check, answers, i))
            return (int)i;
    return -1;
}

size_t yt_check_left(const struct yt_check *check, const struct yt_check_answers *answers,
                     size_t question)
{
    size_t left = 0;

    for (size_t i = question + 1; i < check->question_count; i++)
        left += yt_check_is_asked(check, answers, i);
    return left;
}

uint64_t yt_check_screens_due(const struct yt_check *check, const struct yt_check_answers *answers,
                              size_t question)
{
    uint64_t screens = 0;

    if (question >= check->question_count)
        return 0;
    for (size_t i = 0; i < check->questions[question].option_count; i++)
        if (yt_check_is_chosen(answers, question, i))
            screens |= check->questions[question].options[i].screens;
    return screens & ~answers->screens_shown;
}

void yt_check_screen_shown(struct yt_check_answers *answers, size_t screen)
{
    answers->screens_shown |= yt_bit(screen);
}
