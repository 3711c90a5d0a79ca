/* How files name what a listing or a programme says of itself: the same words in listings.yaml, in
 * programmes.yaml and in sheets that are imported. Kinds, trades and kinds of places are named by
 * domain/listing.h and domain/programme.h. Constant tables, any thread. */
#ifndef YT_CONTENT_LISTING_WORDS_H
#define YT_CONTENT_LISTING_WORDS_H

#include "content/choice.h"

/* One of them; what is not said is not written. Behind each the key that it stands at. */
extern const struct yt_choice yt_way_there_words[];  /* way */
extern const struct yt_choice yt_may_words[];        /* half_day_ok, grow_ok, blank_ok, dorm,
                                                        see_ok, trial_ok, step_free */
extern const struct yt_choice yt_pay_kind_words[];   /* pay_kind */
extern const struct yt_choice yt_fare_words[];       /* fare */
extern const struct yt_choice yt_experience_words[]; /* experience */
extern const struct yt_choice yt_ja_level_words[];   /* ja_level */
extern const struct yt_choice yt_talk_words[];       /* talk */
extern const struct yt_choice yt_phone_duty_words[]; /* phone_duty */
extern const struct yt_choice yt_posture_words[];    /* posture */
extern const struct yt_choice yt_noise_words[];      /* noise */
extern const struct yt_choice yt_team_words[];       /* team */
extern const struct yt_choice yt_resume_words[];     /* resume */
extern const struct yt_choice yt_talk_style_words[]; /* talk_style */

/* Any of them: bits. */
extern const struct yt_choice yt_pay_when_words[];    /* pay_when */
extern const struct yt_choice yt_child_times_words[]; /* child_ok */
extern const struct yt_choice yt_access_words[];      /* access_ok */
extern const struct yt_choice yt_along_words[];       /* with_ok */
extern const struct yt_choice yt_insurance_words[];   /* insurance */
extern const struct yt_choice yt_weekday_words[];     /* weekdays: mon or 月; bit 0 is Sunday */

/* Of programmes; one of them. */
extern const struct yt_choice yt_sign_up_words[];    /* sign_up */
extern const struct yt_choice yt_group_size_words[]; /* group */

#endif
