#include "content/content.h"

#include "base/str.h"
#include "content/report.h"

#include <stdio.h>
#include <string.h>

#define WORD_SIZE 64

/* The answers named for each question, in the order in which they were named. */
struct named {
    bool is[YT_QUESTIONS_MAX];
    uint8_t options[YT_QUESTIONS_MAX][YT_OPTIONS_MAX];
    size_t count[YT_QUESTIONS_MAX];
};

/* Cuts the next word at one of `ends` from *text into `word`. False at the end of the text. */
static bool next_word(const char **text, const char *ends, char word[static WORD_SIZE],
                      bool *too_long)
{
    const char *start = *text + strspn(*text, ends);
    const size_t size = strcspn(start, ends);

    *text = start + size;
    *too_long = size >= WORD_SIZE;
    snprintf(word, WORD_SIZE, "%.*s", (int)(size < WORD_SIZE ? size : WORD_SIZE - 1), start);
    yt_str_trim_partial(word);
    return size > 0;
}

static bool unknown(struct yt_err *err, const char *what, const char *word,
                    const char *const *names, size_t count)
{
    const char *meant = yt_did_you_mean(word, names, count);
    char known[YT_ERR_REMEDY_MAX] = "";
    size_t used = 0;

    (void)yt_err_set(err, YT_ERR_INVALID, "there is no %s \"%s\"", what, word);
    if (meant)
        return yt_err_remedy(err, "Did you mean \"%s\"?", meant);
    for (size_t i = 0; i < count && used < sizeof known - 40; i++)
        used +=
            (size_t)snprintf(known + used, sizeof known - used, "%s%s", i ? ", " : "", names[i]);
    return yt_err_remedy(err, "It may be one of: %s.", known);
}

static bool find_question(const struct yt_check *check, const char *id, size_t *question,
                          struct yt_err *err)
{
    const int index = yt_check_question_find(check, id);
    const char *names[YT_QUESTIONS_MAX];

    for (size_t i = 0; i < check->question_count; i++)
        names[i] = check->questions[i].id;
    if (index < 0)
        return unknown(err, "question", id, names, check->question_count);
    *question = (size_t)index;
    return true;
}

static bool name_option(const struct yt_check_question *question, size_t index, const char *id,
                        struct named *named, struct yt_err *err)
{
    const int option = yt_check_option_find(question, id);
    const char *names[YT_OPTIONS_MAX];
    char what[WORD_SIZE];

    for (size_t i = 0; i < question->option_count; i++)
        names[i] = question->options[i].id;
    snprintf(what, sizeof what, "answer to \"%s\"", question->id);
    if (option < 0)
        return unknown(err, what, id, names, question->option_count);
    for (size_t i = 0; i < named->count[index]; i++)
        if (named->options[index][i] == (uint8_t)option) {
            (void)yt_err_set(err, YT_ERR_INVALID, "\"%s=%s\" is named twice", question->id, id);
            return yt_err_remedy(err, "Name each answer once.");
        }
    if (question->type != YT_QUESTION_MULTI && named->count[index] == 1) {
        (void)yt_err_set(err, YT_ERR_INVALID, "\"%s\" takes one answer", question->id);
        return yt_err_remedy(err, "Name one of them.");
    }
    named->options[index][named->count[index]++] = (uint8_t)option;
    return true;
}

/* "today=bed,cash" */
static bool read_pair(const struct yt_check *check, char *pair, struct named *named,
                      struct yt_err *err)
{
    char *equals = strchr(pair, '=');
    const char *answers;
    char answer[WORD_SIZE];
    size_t question = 0;
    bool too_long;

    if (!equals || equals == pair || equals[1] == '\0') {
        (void)yt_err_set(err, YT_ERR_INVALID, "\"%s\" is no answer", pair);
        return yt_err_remedy(err, "Write QUESTION=ANSWER or QUESTION=ANSWER,ANSWER.");
    }
    *equals = '\0';
    answers = equals + 1;
    if (!find_question(check, pair, &question, err))
        return false;
    if (named->is[question]) {
        (void)yt_err_set(err, YT_ERR_INVALID, "the question \"%s\" is named twice", pair);
        return yt_err_remedy(err, "Join its answers: %s=ONE,TWO.", pair);
    }
    named->is[question] = true;
    while (next_word(&answers, ",", answer, &too_long))
        if (!name_option(&check->questions[question], question, answer, named, err))
            return false;
    return true;
}

static bool read_answers(const struct yt_check *check, const char *text, struct named *named,
                         struct yt_err *err)
{
    char pair[4 * WORD_SIZE];

    if (strcmp(text, "-") == 0)
        return true;
    for (;;) {
        const char *start = text + strspn(text, " \t\n");
        const size_t size = strcspn(start, " \t\n");

        if (size == 0)
            return true;
        if (size >= sizeof pair)
            return yt_err_set(err, YT_ERR_INVALID, "\"%.40s...\" is too long for an answer", start);
        memcpy(pair, start, size);
        pair[size] = '\0';
        if (!read_pair(check, pair, named, err))
            return false;
        text = start + size;
    }
}

static bool read_topics(const struct yt_check *check, const char *text, uint64_t *topics,
                        struct yt_err *err)
{
    const char *names[YT_TOPICS_MAX];
    char word[WORD_SIZE];
    bool too_long;

    if (strcmp(text, "-") == 0)
        return true;
    for (size_t i = 0; i < check->topic_count; i++)
        names[i] = check->topics[i].id;
    while (next_word(&text, ", ", word, &too_long)) {
        size_t topic = 0;

        while (topic < check->topic_count && strcmp(names[topic], word) != 0)
            topic++;
        if (topic == check->topic_count)
            return unknown(err, "topic", word, names, check->topic_count);
        *topics |= yt_bit(topic);
    }
    return true;
}

/* As a resident would: question by question; what is not asked cannot be touched. */
static struct yt_check_answers play(const struct yt_check *check, const struct named *named,
                                    enum yt_check_pace pace, uint64_t topics)
{
    struct yt_check_answers answers = {0};

    yt_check_set_pace(check, &answers, pace, topics);
    for (size_t question = 0; question < check->question_count; question++) {
        for (size_t i = 0; i < named->count[question]; i++)
            yt_check_touch(check, &answers, question, named->options[question][i]);
        if (named->count[question] == 0)
            yt_check_skip(check, &answers, question);
    }
    return answers;
}

/* One line: the ids of a set's members. Each struct begins with its id. */
static void print_set(struct yt_buf *to, const char *title, uint64_t set, const void *members,
                      size_t count, size_t size)
{
    yt_buf_printf(to, "%s:", title);
    for (size_t i = yt_next_bit(set, 0); i < count; i = yt_next_bit(set, i + 1))
        yt_buf_printf(to, " %s", *(const char *const *)((const char *)members + i * size));
    yt_buf_text(to, set ? "\n" : " -\n");
}

static void print_result(const struct yt_site_content *site, const struct yt_check_result *result,
                         struct yt_buf *to)
{
    static const char *const urgency[] = {"-", "soon", "today", "now"};
    const struct yt_check *check = &site->check;

    print_set(to, "shown", result->shown, check->questions, check->question_count,
              sizeof *check->questions);
    print_set(to, "areas", result->areas, check->areas, check->area_count, sizeof *check->areas);
    yt_buf_printf(to, "urgency: %s\n", urgency[result->urgency]);
    print_set(to, "screens", result->screens, site->help.screens, site->help.screen_count,
              sizeof *site->help.screens);
    print_set(to, "rules", result->rules, check->rules, check->rule_count, sizeof *check->rules);
    print_set(to, "menu", result->items, site->menu.items, site->menu.count,
              sizeof *site->menu.items);
    print_set(to, "note", result->notes, check->notes, check->note_count, sizeof *check->notes);
}

bool yt_content_assess_print(const struct yt_site_content *site, const char *answers,
                             const char *topics, struct yt_buf *to, struct yt_err *err)
{
    const struct yt_check *check = &site->check;
    struct named named = {0};
    struct yt_check_answers played;
    struct yt_check_result result;
    uint64_t chosen = 0;

    if (!read_answers(check, answers, &named, err) ||
        (topics && !read_topics(check, topics, &chosen, err)))
        return false;
    played = play(check, &named, topics ? YT_PACE_TOPICS : YT_PACE_ALL, chosen);
    result = yt_check_evaluate(check, &played);
    print_result(site, &result, to);
    return yt_buf_ok(to, err);
}
