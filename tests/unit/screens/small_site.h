/* A site of four questions, three menu items and two help screens, made by hand, so that what a
 * visit does can be tested without a folder of files. */
#ifndef YT_TESTS_SMALL_SITE_H
#define YT_TESTS_SMALL_SITE_H

#include "domain/site_content.h"

enum { SMALL_WHO, SMALL_AGE, SMALL_TODAY, SMALL_MONEY, SMALL_QUESTIONS };
enum { SMALL_WHO_ME, SMALL_WHO_NEAR };
enum { SMALL_AGE_U17, SMALL_AGE_A40 };
enum { SMALL_TODAY_BED, SMALL_TODAY_DANGER, SMALL_TODAY_NONE };
enum { SMALL_MONEY_OK, SMALL_MONEY_SHORT };
enum { SMALL_ITEM_BUDGET, SMALL_ITEM_HOUSING, SMALL_ITEM_ANYTHING, SMALL_ITEMS };
enum { SMALL_SCREEN_DANGER, SMALL_SCREEN_BED };
enum { SMALL_JA, SMALL_EASY, SMALL_NE };

/* Lives as long as the program. */
const struct yt_site_content *small_site(void);

#endif
