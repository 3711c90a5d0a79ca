#include "kiosk/player_label.h"

#include "base/ruby.h"
#include "screens/words.h"

#include <string.h>

/* "q.today.food" behind "q.": question "today", then option "food" or none. */
static const struct yt_text *question_text(const struct yt_check *check, const char *name)
{
    const size_t size = strcspn(name, ".");

    for (size_t i = 0; i < check->question_count; i++) {
        const struct yt_check_question *question = &check->questions[i];

        if (strlen(question->id) != size || strncmp(question->id, name, size) != 0)
            continue;
        if (name[size] == '\0')
            return &question->text;
        for (size_t j = 0; j < question->option_count; j++)
            if (strcmp(question->options[j].id, name + size + 1) == 0)
                return &question->options[j].text;
    }
    return NULL;
}

static const struct yt_text *topic_text(const struct yt_check *check, const char *name)
{
    for (size_t i = 0; i < check->topic_count; i++)
        if (strcmp(check->topics[i].id, name) == 0)
            return &check->topics[i].text;
    return NULL;
}

/* Of the site's own: what offices send has names that no script knows. */
static const struct yt_text *offer_text(const struct yt_offers *offers, const char *name)
{
    for (size_t i = 0; i < offers->listing_count; i++)
        if (strncmp(name, "listing.", 8) == 0 && strcmp(offers->listings[i].id, name + 8) == 0)
            return &offers->listings[i].title;
    for (size_t i = 0; i < offers->programme_count; i++)
        if (strncmp(name, "programme.", 10) == 0 &&
            strcmp(offers->programmes[i].id, name + 10) == 0)
            return &offers->programmes[i].name;
    return NULL;
}

static const struct yt_text *content_text(const struct yt_site_content *content, const char *name)
{
    int found;

    if (strncmp(name, "q.", 2) == 0)
        return question_text(&content->check, name + 2);
    if (strncmp(name, "topic.", 6) == 0)
        return topic_text(&content->check, name + 6);
    if (strncmp(name, "menu.", 5) == 0 && (found = yt_menu_find(&content->menu, name + 5)) >= 0)
        return &content->menu.items[found].name;
    if (strncmp(name, "type.", 5) == 0 &&
        (found = yt_appointment_type_find(&content->appointments, name + 5)) >= 0)
        return &content->appointments.types[found].name;
    if (strncmp(name, "place.", 6) == 0 &&
        (found = yt_site_place_find(&content->site, name + 6)) >= 0)
        return &content->site.places[found].name;
    return offer_text(&content->offers, name);
}

/* NULL when nothing has this name. `digits` is room for those of the language. */
static const char *named(const struct yt_app *app, const char *name, char *digits, size_t capacity)
{
    const struct yt_languages *languages = &app->content->site.languages;
    const struct yt_text *text = content_text(app->content, name);
    const char *message;
    int found;

    if (text)
        return yt_say_text(app, text);
    if (strncmp(name, "digits.", 7) == 0)
        return yt_say_digits(app, name + 7, digits, capacity);
    if (strncmp(name, "language.", 9) == 0 && (found = yt_languages_find(languages, name + 9)) >= 0)
        return languages->own_name[found];
    message = yt_say(app, name);
    return message == name ? NULL : message;
}

bool yt_player_label(const struct yt_app *app, const char *label, struct yt_buf *to,
                     struct yt_err *err)
{
    YT_SCOPED(yt_buf_done) struct yt_buf plain = {.max = 4096};
    char digits[64];
    const char *text;

    if (label[0] != '@')
        return yt_buf_text(to, label) || yt_buf_ok(to, err);
    if (!(text = named(app, label + 1, digits, sizeof digits)))
        return yt_err_set(err, YT_ERR_NOT_FOUND, "nothing is named %s", label);
    (void)yt_ruby_strip(text, &plain); /* asked below */
    (void)yt_buf_append(to, yt_buf_string(&plain), strcspn(yt_buf_string(&plain), "{"));
    return yt_buf_ok(&plain, err) && yt_buf_ok(to, err);
}
