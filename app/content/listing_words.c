#include "content/listing_words.h"

#include "domain/listing.h"
#include "domain/programme.h"

#include <string.h>

#define END     \
    {           \
        NULL, 0 \
    }

const struct yt_choice yt_way_there_words[] = {
    {"walk", YT_THERE_WALK},
    {"bus", YT_THERE_BUS},
    {"car-with-staff", YT_THERE_CAR_WITH_STAFF},
    END,
};

const struct yt_choice yt_may_words[] = {
    {"yes", YT_MAY_YES},
    {"ask", YT_MAY_ASK},
    {"no", YT_MAY_NO},
    END,
};

const struct yt_choice yt_pay_kind_words[] = {
    {"hour", YT_PAY_HOUR},   {"day", YT_PAY_DAY},   {"piece", YT_PAY_PIECE},
    {"month", YT_PAY_MONTH}, {"none", YT_PAY_NONE}, END,
};

const struct yt_choice yt_pay_when_words[] = {
    {"daily", YT_PAID_DAILY},
    {"weekly", YT_PAID_WEEKLY},
    {"monthly", YT_PAID_MONTHLY},
    END,
};

const struct yt_choice yt_fare_words[] = {
    {"full", YT_FARE_FULL},
    {"part", YT_FARE_PART},
    {"none", YT_FARE_NONE},
    END,
};

const struct yt_choice yt_experience_words[] = {
    {"none", YT_EXPERIENCE_NONE},
    {"helpful", YT_EXPERIENCE_HELPFUL},
    {"needed", YT_EXPERIENCE_NEEDED},
    END,
};

const struct yt_choice yt_ja_level_words[] = {
    {"none", YT_JA_NONE}, {"easy", YT_JA_EASY}, {"talk", YT_JA_TALK}, {"read", YT_JA_READ}, END,
};

const struct yt_choice yt_talk_words[] = {
    {"little", YT_TALK_LITTLE},
    {"some", YT_TALK_SOME},
    {"much", YT_TALK_MUCH},
    END,
};

const struct yt_choice yt_phone_duty_words[] = {
    {"no", YT_PHONE_NO},
    {"later", YT_PHONE_LATER},
    {"yes", YT_PHONE_YES},
    END,
};

const struct yt_choice yt_posture_words[] = {
    {"sit", YT_POSTURE_SIT},
    {"stand", YT_POSTURE_STAND},
    {"both", YT_POSTURE_BOTH},
    END,
};

const struct yt_choice yt_noise_words[] = {
    {"quiet", YT_NOISE_QUIET},
    {"some", YT_NOISE_SOME},
    {"loud", YT_NOISE_LOUD},
    END,
};

const struct yt_choice yt_team_words[] = {
    {"alone", YT_TEAM_ALONE},
    {"small", YT_TEAM_SMALL},
    {"large", YT_TEAM_LARGE},
    END,
};

const struct yt_choice yt_child_times_words[] = {
    {"school-hours", YT_CHILD_SCHOOL_HOURS},
    {"before-school", YT_CHILD_BEFORE_SCHOOL},
    {"school-days", YT_CHILD_SCHOOL_DAYS},
    {"sick-leave", YT_CHILD_SICK_LEAVE},
    {"ask", YT_CHILD_ASK},
    END,
};

const struct yt_choice yt_access_words[] = {
    {"step-free", YT_ACCESS_STEP_FREE},
    {"written", YT_ACCESS_WRITTEN},
    {"quiet-corner", YT_ACCESS_QUIET_CORNER},
    {"breaks", YT_ACCESS_BREAKS},
    END,
};

const struct yt_choice yt_along_words[] = {
    {"visit", YT_ALONG_VISIT},         {"interview", YT_ALONG_INTERVIEW},
    {"first-day", YT_ALONG_FIRST_DAY}, {"every-time", YT_ALONG_EVERY_TIME},
    {"in-house", YT_ALONG_IN_HOUSE},   END,
};

const struct yt_choice yt_resume_words[] = {
    {"none", YT_RESUME_NONE},
    {"short", YT_RESUME_SHORT},
    {"full", YT_RESUME_FULL},
    END,
};

const struct yt_choice yt_talk_style_words[] = {
    {"chat", YT_STYLE_CHAT},
    {"same-day", YT_STYLE_SAME_DAY},
    {"formal", YT_STYLE_FORMAL},
    END,
};

const struct yt_choice yt_insurance_words[] = {
    {"employment", YT_INSURED_EMPLOYMENT},
    {"social", YT_INSURED_SOCIAL},
    {"trial", YT_INSURED_TRIAL},
    END,
};

const struct yt_choice yt_weekday_words[] = {
    {"sun", 1 << 0}, {"mon", 1 << 1}, {"tue", 1 << 2}, {"wed", 1 << 3}, {"thu", 1 << 4},
    {"fri", 1 << 5}, {"sat", 1 << 6}, {"日", 1 << 0},  {"月", 1 << 1},  {"火", 1 << 2},
    {"水", 1 << 3},  {"木", 1 << 4},  {"金", 1 << 5},  {"土", 1 << 6},  END,
};

const struct yt_choice yt_sign_up_words[] = {
    {"none", YT_SIGN_UP_NONE},
    {"same-day", YT_SIGN_UP_SAME_DAY},
    {"before", YT_SIGN_UP_BEFORE},
    {"booking", YT_SIGN_UP_BOOKING},
    END,
};

const struct yt_choice yt_group_size_words[] = {
    {"alone", YT_GROUP_ALONE},
    {"few", YT_GROUP_FEW},
    {"more", YT_GROUP_MORE},
    END,
};

bool yt_choice_find(const struct yt_choice *choices, const char *word, long long *value)
{
    for (; choices->word; choices++)
        if (strcmp(choices->word, word) == 0) {
            *value = choices->value;
            return true;
        }
    return false;
}
