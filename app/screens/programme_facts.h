/* What awaits those who come: when, where, how many, how to sign up, how much room. */
#ifndef YT_SCREENS_PROGRAMME_FACTS_H
#define YT_SCREENS_PROGRAMME_FACTS_H

#include "screens/programme_join.h"
#include "screens/programme_words.h"

/* `occurrence` may be NULL: no date is known. */
void yt_programme_facts_declare(struct yt_app *app, struct yt_ui *ui,
                                const struct yt_programme *programme,
                                const struct yt_occurrence *occurrence,
                                const struct yt_programme_joined *joined);

#endif
