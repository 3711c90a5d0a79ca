#include "screens/offers.h"

#include "domain/bits.h"
#include "screens/offer_screens.h"

#include <string.h>

const struct yt_offers *yt_offers_now(const struct yt_app *app)
{
    return app->services->offers(app->services->context);
}

const struct yt_programme *yt_offers_programme(const struct yt_app *app, const char *id)
{
    const struct yt_offers *offers = yt_offers_now(app);

    for (size_t i = 0; i < offers->programme_count; i++)
        if (strcmp(offers->programmes[i].id, id) == 0)
            return &offers->programmes[i];
    return NULL;
}

const struct yt_open_place *yt_offers_place(const struct yt_app *app, const char *id)
{
    const struct yt_offers *offers = yt_offers_now(app);

    for (size_t i = 0; i < offers->place_count; i++)
        if (strcmp(offers->places[i].id, id) == 0)
            return &offers->places[i];
    return NULL;
}

bool yt_offers_of_item(const struct yt_app *app, size_t item)
{
    const struct yt_offers *offers = yt_offers_now(app);

    for (size_t i = 0; i < offers->programme_count; i++)
        if (yt_has_bit(offers->programmes[i].items, item))
            return true;
    return false;
}

bool yt_offers_programmes(const struct yt_app *app)
{
    const struct yt_offers *offers = yt_offers_now(app);

    return offers->programme_count > 0 || offers->place_count > 0;
}
