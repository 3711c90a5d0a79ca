/* What offices write into the cells of their sheets. */
#ifndef YT_CONTENT_IMPORT_MEANINGS_H
#define YT_CONTENT_IMPORT_MEANINGS_H

#include "content/import/attributes.h"

extern const struct yt_meaning yt_may_meanings[];
extern const struct yt_meaning yt_kind_meanings[];
extern const struct yt_meaning yt_trade_meanings[];
extern const struct yt_meaning yt_place_kind_meanings[];
extern const struct yt_meaning yt_way_meanings[];
extern const struct yt_meaning yt_pay_kind_meanings[];
extern const struct yt_meaning yt_pay_when_meanings[];
extern const struct yt_meaning yt_fare_meanings[];
extern const struct yt_meaning yt_experience_meanings[];
extern const struct yt_meaning yt_ja_level_meanings[];
extern const struct yt_meaning yt_talk_meanings[];
extern const struct yt_meaning yt_phone_duty_meanings[];
extern const struct yt_meaning yt_posture_meanings[];
extern const struct yt_meaning yt_noise_meanings[];
extern const struct yt_meaning yt_team_meanings[];
extern const struct yt_meaning yt_child_meanings[];
extern const struct yt_meaning yt_access_meanings[];
extern const struct yt_meaning yt_along_meanings[];
extern const struct yt_meaning yt_resume_meanings[];
extern const struct yt_meaning yt_talk_style_meanings[];
extern const struct yt_meaning yt_insurance_meanings[];
extern const struct yt_meaning yt_sign_up_meanings[];
extern const struct yt_meaning yt_group_meanings[];

#endif
