"""The files for search engines of data: schema.org, https://schema.org/Dataset."""

from typing import Any

from territorial_map.services.open_data.files import OpenDataSet, OpenFile
from territorial_map.web.base.addresses import OPEN_DATA
from territorial_map.web.base.titles import Heading


def data_set_data(found: OpenDataSet, heading: Heading, public_url: str) -> dict[str, Any]:
    """The data set and its downloads; a licence without an address of its text is told by name."""
    page = public_url + OPEN_DATA
    licences = {licence.path or licence.title for one in found.files for licence in one.licences}
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "@id": page,
        "url": page,
        "name": heading.title,
        "description": heading.description,
        "version": found.edition,
        "dateModified": found.created,
        "isAccessibleForFree": True,
        "spatialCoverage": "France",
        "license": sorted(licences),
        "distribution": [_download(one, page) for one in found.files],
    }


def _download(one: OpenFile, page: str) -> dict[str, Any]:
    return {
        "@type": "DataDownload",
        "name": one.title,
        "contentUrl": f"{page}/{one.name}",
        "encodingFormat": one.media_type,
        "contentSize": f"{one.bytes} B",
        "sha256": one.sha256,
    }
