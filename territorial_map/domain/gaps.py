"""What a territory seems to lack beside those most like it: the rules of the comparison.

Only what national registers tell is compared: devices, cooperation spaces and poles, and the trades
of organisations that hold a device. Lists that cover one region would make gaps everywhere else.
"""

from territorial_map.domain.vocabulary import Device, Kind

# Of the gaps told of a territory, at most this share is due to chance (Benjamini-Hochberg).
FALSE_GAPS = 0.10
# « Expected 3 to 9 »: the counts that nineteen times in twenty chance would give here.
EXPECTED_SHARE = 0.95
# Alike territories where a source covers the thing: with fewer, nothing is said.
LEAST_COMPARED = 5
# Share of these that must have the thing for it to be missed here.
MOST_HAVE = 0.6

COMPARED_KINDS = (Kind.COOPERATION_SPACE, Kind.PTCE)
# An employers' group is told beside its label (GEIQ); training bodies have no register here.
COMPARED_DEVICES = tuple(
    one for one in Device if one not in {Device.EMPLOYERS_GROUP, Device.TRAINING_BODY}
)
