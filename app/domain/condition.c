#include "domain/self_check.h"

static bool clause_holds(const struct yt_condition_clause *clause,
                         const struct yt_check_answers *answers)
{
    for (size_t i = 0; i < clause->term_count; i++) {
        const struct yt_condition_term *term = &clause->terms[i];

        if (answers->chosen[term->question] & term->options)
            return !clause->denied;
    }
    return clause->denied;
}

bool yt_condition_holds(const struct yt_condition *condition,
                        const struct yt_check_answers *answers)
{
    for (size_t i = 0; i < condition->clause_count; i++)
        if (!clause_holds(&condition->clauses[i], answers))
            return false;
    return true;
}
