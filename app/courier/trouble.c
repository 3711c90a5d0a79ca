#include "courier/trouble.h"

static const struct {
    const char *name, *sentence;
} words[] = {
    [YT_TROUBLE_NONE] = {"", "All is well."},
    [YT_TROUBLE_OFFLINE] = {"offline", "The desk cannot be reached. See whether this box has a "
                                       "network. What waits is safe."},
    [YT_TROUBLE_SILENT] = {"silent", "There is a network, but the desk does not answer in time."},
    [YT_TROUBLE_PORTAL] = {"portal", "Somebody else than the desk answers, such as a log-in page "
                                     "of the Wi-Fi. Nothing was taken for delivered."},
    [YT_TROUBLE_NOT_THE_DESK] = {"not-the-desk",
                                 "Who answers cannot prove to be the desk, so nothing was sent. "
                                 "Compare --pin or --ca with the desk's certificate."},
    [YT_TROUBLE_CLOCK] = {"clock", "By this box's clock the desk's certificate is not valid. Set "
                                   "the clock, or use --pin instead of --ca."},
    [YT_TROUBLE_UNAUTHORIZED] = {"unauthorized",
                                 "The desk does not let this kiosk in. It was revoked or got "
                                 "another token: enrol it again."},
    [YT_TROUBLE_BUSY] = {"busy", "The desk asks for a pause. It goes on by itself."},
    [YT_TROUBLE_DESK_FAILING] = {"desk-failing", "The desk answers that it cannot keep anything "
                                                 "just now. Its own log tells why."},
    [YT_TROUBLE_FORGED] = {"forged", "A receipt came that does not hold. Nothing was "
                                     "freed. See that desk.pub is that of the desk."},
    [YT_TROUBLE_REFUSED] = {"refused", "The desk will not have this entry. It stays here; take it "
                                       "to the desk by its slip."},
    [YT_TROUBLE_STOPPED] = {"stopped", "The courier was ended."},
};

const char *yt_trouble_name(enum yt_trouble trouble)
{
    return words[trouble].name;
}

const char *yt_trouble_sentence(enum yt_trouble trouble)
{
    return words[trouble].sentence;
}
