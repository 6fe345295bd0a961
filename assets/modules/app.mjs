/* The app's modules put together: what listens from the start, and what Dash may call by name. */

import { open, splitAddress } from "./base/address.mjs";
import { arrive } from "./base/arrival.mjs";
import { fetched } from "./base/fetched.mjs";
import { endWaiting, watchServer } from "./base/lost.mjs";
import { startPainting } from "./base/paint.mjs";
import { lookAt, watchCamera } from "./map/camera.mjs";
import { chooseBase, fetchMap, fetchOutlines, layers, pointAtLines } from "./map/layers.mjs";
import { chooseZoning, shownZoning, startZonings } from "./map/zonings.mjs";
import { chooseSince, startChanges } from "./pages/changes/since.mjs";
import { startDuplicates } from "./pages/duplicates/door.mjs";
import {
  fillControls,
  followMap,
  shownList,
  sortList,
  startControls,
  typeText,
} from "./pages/explore/controls.mjs";
import { startPressing } from "./pages/explore/pressing.mjs";
import { startExports } from "./pages/export/door.mjs";
import { startSearch } from "./pages/frame/search.mjs";
import { settlePage, startTitles } from "./pages/frame/titles.mjs";
import { startLists } from "./pages/lists/door.mjs";
import { startMatch } from "./pages/match/door.mjs";
import {
  chooseNetwork,
  chooseNetworkTier,
  pickNetwork,
  startNetwork,
} from "./pages/network/choices.mjs";
import { startOperatorMode } from "./pages/operator/mode.mjs";
import { startOperatorPage } from "./pages/operator/page.mjs";
import { keepGroupLines, startGroups } from "./pages/organisation/groups.mjs";
import { settlePanel, startPanel } from "./pages/organisation/panel.mjs";
import {
  choosePooling,
  clearLines,
  drawLines,
  splitPooling,
  startPartners,
} from "./pages/organisation/partners.mjs";
import { pickPartnerCentre, startPartnerList } from "./pages/partner-list/choices.mjs";
import { startDossier } from "./pages/pole/dossier.mjs";
import { openGroup, pickMember, startGroup } from "./pages/pole/group.mjs";
import { startTaking } from "./pages/pole/taking.mjs";
import {
  fillPractice,
  fillProfile,
  pickPracticePlace,
  pickProfilePlace,
  startPractices,
  tellProfile,
  typePractice,
} from "./pages/practices/page.mjs";
import { startReview } from "./pages/review/door.mjs";

/** @import { Graph } from "./pages/network/drawing.mjs" */

/**
 * The drawing of a network is fetched with the first one.
 * @param {Graph | null} graph
 */
const drawNetwork = async (graph) => {
  if (!graph && !document.getElementById("network-drawing")) return;
  const drawing = await fetched(import("./pages/network/drawing.mjs"));
  drawing?.drawNetwork(graph);
};

/** What the server's callbacks name; `layers` is what its map layers name. */
const territorialMap = {
  chooseBase,
  chooseNetwork,
  chooseNetworkTier,
  choosePooling,
  chooseSince,
  chooseZoning,
  clearLines,
  drawLines,
  drawNetwork,
  endWaiting,
  fetchMap,
  fetchOutlines,
  fillControls,
  fillPractice,
  fillProfile,
  followMap,
  keepGroupLines,
  lookAt,
  openGroup,
  pickMember,
  pickNetwork,
  pickPartnerCentre,
  pickPracticePlace,
  pickProfilePlace,
  settlePage,
  settlePanel,
  shownZoning,
  sortList,
  splitAddress,
  splitPooling,
  tellProfile,
  typePractice,
  layers,
};

const start = () => {
  window.dash_clientside = Object.assign(window.dash_clientside || {}, { territorialMap });
  arrive();
  watchServer();
  startPainting();
  watchCamera();
  pointAtLines();
  startZonings();
  startTitles();
  startControls();
  startSearch({ open, list: shownList, type: typeText });
  startPressing();
  startPanel();
  startOperatorMode();
  startOperatorPage();
  startPartners();
  startGroup();
  startDossier();
  startTaking();
  startGroups();
  startPractices();
  startNetwork();
  startPartnerList();
  startChanges();
  startDuplicates();
  startReview();
  startLists();
  startExports();
  startMatch();
};

start();
