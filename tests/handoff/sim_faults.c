#include "sim_faults.h"

#include <stdlib.h>
#include <string.h>

static const char *const names[SIM_FAULTS] = {
    [SIM_PAPER_OUT] = "paper-out", [SIM_COVER] = "cover",
    [SIM_OFFLINE] = "offline",     [SIM_JAM] = "jam",
    [SIM_NEAR_END] = "near-end",   [SIM_MUTE] = "mute",
    [SIM_HANG] = "hang",           [SIM_UNPLUG] = "unplug",
    [SIM_GARBAGE] = "garbage",     [SIM_NO_MARK] = "no-mark",
};

bool sim_faults_add(struct sim_faults *faults, const char *text)
{
    struct sim_plan plan = {0};
    size_t size = strcspn(text, "@:");

    if (faults->count == SIM_PLANS_MAX)
        return false;
    for (int i = 0; i < SIM_FAULTS; i++) {
        if (strlen(names[i]) != size || strncmp(names[i], text, size) != 0)
            continue;
        plan.fault = (enum sim_fault)i;
        text += size;
        if (*text == '@')
            plan.row = (int)strtol(text + 1, (char **)&text, 10);
        if (*text == ':')
            plan.seconds = strtod(text + 1, (char **)&text);
        if (*text != '\0' || plan.row < 0 || plan.seconds < 0)
            return false;
        faults->plan[faults->count++] = plan;
        return true;
    }
    return false;
}

void sim_faults_clear(struct sim_faults *faults)
{
    faults->count = 0;
}

void sim_faults_tick(struct sim_faults *faults, int row, double now)
{
    for (int i = 0; i < faults->count; i++) {
        struct sim_plan *plan = &faults->plan[i];

        if (!plan->struck && row >= plan->row) {
            plan->struck = true;
            plan->until = plan->seconds > 0 ? now + plan->seconds : 0;
        }
        if (plan->struck && plan->until > 0 && now >= plan->until)
            faults->plan[i--] = faults->plan[--faults->count];
    }
}

bool sim_faults_now(const struct sim_faults *faults, enum sim_fault fault)
{
    for (int i = 0; i < faults->count; i++)
        if (faults->plan[i].fault == fault && faults->plan[i].struck)
            return true;
    return false;
}

bool sim_faults_stop_paper(const struct sim_faults *faults)
{
    return sim_faults_now(faults, SIM_PAPER_OUT) || sim_faults_now(faults, SIM_COVER) ||
           sim_faults_now(faults, SIM_OFFLINE) || sim_faults_now(faults, SIM_JAM) ||
           sim_faults_now(faults, SIM_HANG);
}

uint8_t sim_faults_answer(const struct sim_faults *faults, int number)
{
    unsigned answer = 0x12; /* bits 1 and 4 always */

    switch (number) {
    case 1: /* printer: bit 3 off line */
        answer |= sim_faults_stop_paper(faults) ? 1U << 3 : 0;
        break;
    case 2: /* cause: bit 2 cover, bit 5 paper end, bit 6 error */
        answer |= sim_faults_now(faults, SIM_COVER) ? 1U << 2 : 0;
        answer |= sim_faults_now(faults, SIM_PAPER_OUT) ? 1U << 5 : 0;
        answer |= sim_faults_now(faults, SIM_JAM) ? 1U << 6 : 0;
        break;
    case 3: /* error: bit 3 cutter */
        answer |= sim_faults_now(faults, SIM_JAM) ? 1U << 3 : 0;
        break;
    default: /* paper: bits 2 and 3 near end, bits 5 and 6 end */
        answer |= sim_faults_now(faults, SIM_NEAR_END) || sim_faults_now(faults, SIM_PAPER_OUT)
                      ? 3U << 2
                      : 0;
        answer |= sim_faults_now(faults, SIM_PAPER_OUT) ? 3U << 5 : 0;
        break;
    }
    return (uint8_t)answer;
}
