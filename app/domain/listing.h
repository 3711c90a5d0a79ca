/* A listing: one thing that somebody might do, from paid work to sweeping leaves once a week. One
 * model for all of them, because people move from one kind to the next.
 *
 * A listing is contacted through staff only: it has no employer's telephone, and nothing here is an
 * application. Pure functions, any thread. */
#ifndef YT_DOMAIN_LISTING_H
#define YT_DOMAIN_LISTING_H

#include "base/clock.h"
#include "domain/text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define YT_LISTING_ID_MAX 32 /* bytes with the NUL; printable ASCII */
#define YT_LISTING_TASKS_MAX 5
#define YT_LISTING_TEXT_MAX 1200 /* bytes of one text in one language */
#define YT_LISTING_NOT_SAID (-1)

enum yt_listing_kind {
    YT_LISTING_JOB,
    YT_LISTING_TRIAL,
    YT_LISTING_LOOK,
    YT_LISTING_VOLUNTEER,
    YT_LISTING_PIECEWORK,
    YT_LISTING_FIELD,
    YT_LISTING_HELPER,
    YT_LISTING_SEMINAR,
    YT_LISTING_KINDS
};

enum yt_trade {
    YT_TRADE_FOOD,
    YT_TRADE_CARE,
    YT_TRADE_CLEANING,
    YT_TRADE_LOGISTICS,
    YT_TRADE_FACTORY,
    YT_TRADE_SHOP,
    YT_TRADE_FARM,
    YT_TRADE_OFFICE,
    YT_TRADE_CRAFT,
    YT_TRADE_ANIMAL,
    YT_TRADE_OTHER,
    YT_TRADES
};

/* Values are 0 where nothing was said: a site that does not know a thing does not claim it. */
enum yt_may { YT_MAY_NOT_SAID, YT_MAY_YES, YT_MAY_ASK, YT_MAY_NO };
enum yt_pay_kind {
    YT_PAY_NOT_SAID,
    YT_PAY_HOUR,
    YT_PAY_DAY,
    YT_PAY_PIECE,
    YT_PAY_MONTH,
    YT_PAY_NONE
};
enum yt_pay_when { /* a bit each */
                   YT_PAID_DAILY = 1 << 0,
                   YT_PAID_WEEKLY = 1 << 1,
                   YT_PAID_MONTHLY = 1 << 2
};
enum yt_fare { YT_FARE_NOT_SAID, YT_FARE_FULL, YT_FARE_PART, YT_FARE_NONE };
enum yt_experience {
    YT_EXPERIENCE_NOT_SAID,
    YT_EXPERIENCE_NONE,
    YT_EXPERIENCE_HELPFUL,
    YT_EXPERIENCE_NEEDED
};
enum yt_ja_level { YT_JA_NOT_SAID, YT_JA_NONE, YT_JA_EASY, YT_JA_TALK, YT_JA_READ };
enum yt_talk { YT_TALK_NOT_SAID, YT_TALK_LITTLE, YT_TALK_SOME, YT_TALK_MUCH };
enum yt_phone_duty { YT_PHONE_NOT_SAID, YT_PHONE_NO, YT_PHONE_LATER, YT_PHONE_YES };
enum yt_posture { YT_POSTURE_NOT_SAID, YT_POSTURE_SIT, YT_POSTURE_STAND, YT_POSTURE_BOTH };
enum yt_noise { YT_NOISE_NOT_SAID, YT_NOISE_QUIET, YT_NOISE_SOME, YT_NOISE_LOUD };
enum yt_team { YT_TEAM_NOT_SAID, YT_TEAM_ALONE, YT_TEAM_SMALL, YT_TEAM_LARGE };
enum yt_child_times { /* a bit each */
                      YT_CHILD_SCHOOL_HOURS = 1 << 0,
                      YT_CHILD_BEFORE_SCHOOL = 1 << 1,
                      YT_CHILD_SCHOOL_DAYS = 1 << 2,
                      YT_CHILD_SICK_LEAVE = 1 << 3,
                      YT_CHILD_ASK = 1 << 4
};
enum yt_access { /* a bit each */
                 YT_ACCESS_STEP_FREE = 1 << 0,
                 YT_ACCESS_WRITTEN = 1 << 1, /* written instructions */
                 YT_ACCESS_QUIET_CORNER = 1 << 2,
                 YT_ACCESS_BREAKS = 1 << 3
};
enum yt_along { /* staff go along; a bit each */
                YT_ALONG_VISIT = 1 << 0,
                YT_ALONG_INTERVIEW = 1 << 1,
                YT_ALONG_FIRST_DAY = 1 << 2,
                YT_ALONG_EVERY_TIME = 1 << 3,
                YT_ALONG_IN_HOUSE = 1 << 4
};
enum yt_resume { YT_RESUME_NOT_SAID, YT_RESUME_NONE, YT_RESUME_SHORT, YT_RESUME_FULL };
enum yt_talk_style { YT_STYLE_NOT_SAID, YT_STYLE_CHAT, YT_STYLE_SAME_DAY, YT_STYLE_FORMAL };
enum yt_insurance { /* a bit each */
                    YT_INSURED_EMPLOYMENT = 1 << 0,
                    YT_INSURED_SOCIAL = 1 << 1,
                    YT_INSURED_TRIAL = 1 << 2
};
enum yt_way_there { YT_THERE_WALK, YT_THERE_BUS, YT_THERE_CAR_WITH_STAFF };

/* What is here is for residents; what only staff may see never comes into this struct, so that no
 * kiosk ever holds it. Texts without a word are NULL in every language. */
struct yt_listing {
    const char *id;
    enum yt_listing_kind kind;
    enum yt_trade trade;
    struct yt_text title;
    struct yt_text note; /* one line on the card; may be without text */
    size_t task_count;
    struct yt_text tasks[YT_LISTING_TASKS_MAX];
    const char *employer;        /* or NULL */
    bool hide_name;              /* 「お店の名前は相談で」 */
    struct yt_text area, access; /* may be without text */
    enum yt_way_there way_there;
    int minutes_there;   /* by way_there; YT_LISTING_NOT_SAID */
    int metres;          /* from the kiosk or station; YT_LISTING_NOT_SAID */
    int day_minutes_min; /* a day; YT_LISTING_NOT_SAID */
    int day_minutes_max;
    int days_min, days_max;        /* a week; YT_LISTING_NOT_SAID */
    int from_minute, until_minute; /* window in the day; YT_LISTING_NOT_SAID */
    uint8_t weekdays;              /* bit 0 is Sunday; 0: not said; "any day" is 0x7F */
    enum yt_may half_day, grow;
    enum yt_pay_kind pay_kind;
    int pay, pay_max; /* yen; pay_max 0: no span */
    uint8_t paid;     /* bits of yt_pay_when */
    enum yt_fare fare;
    enum yt_experience experience;
    enum yt_may blank_ok;
    bool seniors; /* people in their 60s and 70s work here */
    enum yt_ja_level ja_level;
    enum yt_talk talk;
    enum yt_phone_duty phone_duty;
    enum yt_posture posture;
    int lift_kg; /* YT_LISTING_NOT_SAID */
    enum yt_noise noise;
    enum yt_team team;
    struct yt_text licence, computer;            /* what is needed; may be without text */
    enum yt_may licence_needed, computer_needed; /* YT_MAY_NO: none is needed */
    uint8_t child_times;                         /* bits of yt_child_times */
    enum yt_may dorm;
    uint8_t access_ok; /* bits of yt_access */
    enum yt_may see_ok, trial_ok;
    int trial_days; /* YT_LISTING_NOT_SAID */
    uint8_t along;  /* bits of yt_along */
    enum yt_resume resume;
    enum yt_talk_style talk_style;
    bool after_visits;      /* follow-up visits are welcome */
    int places;             /* number open; YT_LISTING_NOT_SAID */
    uint8_t insurance;      /* bits of yt_insurance */
    struct yt_date listed;  /* year 0: not said */
    struct yt_date checked; /* the as-of date; year 0: not said */
    struct yt_date until;   /* last day; year 0: none */
};

/* A listing about which nothing is said yet: YT_LISTING_NOT_SAID where 0 would say something. */
void yt_listing_init(struct yt_listing *listing);

/* What a filter can ask for: a bit each in a set (domain/bits.h). The order is the one in which
 * they stand on the screen. Stored with the index: append only. */
enum yt_listing_fact {
    YT_FACT_SHORT,    /* three hours a day or less can do */
    YT_FACT_HALF_DAY, /* half days: yes, or we ask */
    YT_FACT_FEW_DAYS, /* two days a week or fewer can do */
    YT_FACT_GROW,     /* more, step by step */
    YT_FACT_NO_EXPERIENCE,
    YT_FACT_BLANK_OK,
    YT_FACT_WALKABLE, /* fifteen minutes on foot */
    YT_FACT_SITTING,  /* sitting, or both */
    YT_FACT_LIGHT,    /* nothing above 5 kg */
    YT_FACT_QUIET,
    YT_FACT_SMALL_TEAM, /* alone or few */
    YT_FACT_LITTLE_TALK,
    YT_FACT_NO_PHONE,
    YT_FACT_EASY_JAPANESE, /* none or easy Japanese is enough */
    YT_FACT_PAID_SOON,     /* daily or weekly */
    YT_FACT_SEE,           /* can be seen first */
    YT_FACT_TRIAL,         /* can be tried */
    YT_FACT_ALONG,         /* staff go along */
    YT_FACT_NO_RESUME,
    YT_FACT_CHILD_TIMES, /* children's hours */
    YT_FACT_SENIORS,
    YT_FACT_MORNING, /* some of it lies before 12 */
    YT_FACT_DAYTIME, /* 12 to 17 */
    YT_FACT_EVENING, /* after 17 */
    YT_FACT_WEEKEND,
    YT_FACT_NO_LICENCE,
    YT_FACT_NO_COMPUTER,
    YT_FACT_STEP_FREE,
    YT_FACT_WRITTEN, /* written instructions */
    YT_FACT_AFTER,   /* staff stay in touch after the start */
    YT_FACT_DORM,
    YT_FACT_FARE, /* the fare is paid, wholly or in part */
    YT_FACT_PAID, /* there is money for it at all */
    YT_FACTS
};

/* What the listing can claim, as bits of yt_listing_fact. */
uint64_t yt_listing_facts(const struct yt_listing *listing);

/* What an hour brings, in yen, for putting listings in order: day's pay by its hours. 0: unpaid,
 * by the piece, or not said. */
int yt_listing_hourly_pay(const struct yt_listing *listing);

/* Why a listing is not shown on a day. */
enum yt_listing_hidden {
    YT_LISTING_SHOWN,
    YT_LISTING_OVER,      /* its last day has passed */
    YT_LISTING_UNCHECKED, /* nobody has checked it for too long, or ever */
    YT_LISTING_NOT_YET    /* listed from a later day on */
};
/* `hide_days`: days after `checked` (yt_settings.listing_hide_days). */
enum yt_listing_hidden yt_listing_hidden(const struct yt_listing *listing, struct yt_date today,
                                         int hide_days);

/* Names as files, scripts and exports write them: "job", "food", "short-hours"; NULL beyond the
 * end. */
const char *yt_listing_kind_name(enum yt_listing_kind kind);
const char *yt_trade_name(enum yt_trade trade);
/* The inverse; -1 for an unknown name. */
int yt_trade_find(const char *name);
const char *yt_listing_fact_name(enum yt_listing_fact fact);

#endif
