/* Looking for words. What they find is counted while they are typed. */
#include "screens/browse.h"
#include "screens/offer_screens.h"
#include "screens/typing.h"

#include <sodium.h>

enum { LABEL_MAX = 256 };

static void search_enter(struct yt_app *app)
{
    yt_typing_begin(app, yt_nav_state(app), YT_KEYBOARD_WORDS, YT_SEARCH_WORDS_MAX,
                    app->visit.search);
}

static const char *told(struct yt_app *app, const struct yt_browse *browse, char *buffer,
                        size_t size)
{
    if (app->visit.search[0] && browse->searching)
        return yt_say(app, "listings.searching");
    if (app->visit.search[0] && browse->count == 0)
        return yt_say(app, "search.none");
    return yt_say_count(app, "listings.count", "n", (int)browse->count, buffer, size);
}

/* Promises no number that is not known, and none where there is nothing to see. */
static const char *way_on(struct yt_app *app, const struct yt_browse *browse, char *buffer,
                          size_t size)
{
    if (app->visit.search[0] == '\0')
        return yt_say(app, "search.all");
    if (browse->searching || browse->count == 0)
        return yt_say(app, "ui.next");
    return yt_say_count(app, "filter.show", "n", (int)browse->count, buffer, size);
}

static void search_declare(struct yt_app *app, struct yt_ui *ui)
{
    const struct yt_browse *browse = yt_browse_look(app);
    char count[LABEL_MAX];
    char next[LABEL_MAX];

    (void)ui;
    yt_typing_declare(app, yt_nav_state(app),
                      &(struct yt_typing_page){.title = yt_say(app, "search.title"),
                                               .lead = yt_say(app, "search.lead"),
                                               .told = told(app, browse, count, sizeof count),
                                               .next = way_on(app, browse, next, sizeof next)});
}

/* The words as they stand now, without blanks around them. */
static void look(struct yt_app *app)
{
    char words[sizeof app->visit.search];

    yt_typing_take(yt_nav_state(app), words, sizeof words);
    yt_browse_search(app, words);
    sodium_memzero(words, sizeof words);
}

static void search_action(struct yt_app *app, struct yt_ui_action action)
{
    if (yt_typing_action(yt_nav_state(app), action))
        look(app);
    else if (action.id == YT_TYPING_NEXT)
        yt_nav_back(app);
}

static bool search_key(struct yt_app *app, const SDL_Event *event)
{
    struct yt_typing *typing = yt_nav_state(app);

    if (!yt_keyboard_type(&typing->edit, event))
        return false;
    look(app);
    return true;
}

const struct yt_screen_ops yt_screen_listing_search = {
    .name = "listing-search",
    .state_size = sizeof(struct yt_typing),
    .enter = search_enter,
    .declare = search_declare,
    .action = search_action,
    .key = search_key,
};
