/** What the API answers. Made by `make script-types` from its own document. */

export interface paths {
    "/api/v1/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_organisations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_organisation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_map"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_facets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lists/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["follow_lines"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lists/selection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_selection_ids"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/match": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["match_list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/match/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["read_list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/match/adds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["get_list_additions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["search_territories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{level}/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_territory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/outlines/{level}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_outlines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/zonings/{kind}/{department}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_zoning"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{level}/{code}/portrait": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_portrait"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{level}/{code}/alike": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_alike"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{level}/{code}/gaps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_gaps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{level}/{code}/reach": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_reach"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{level}/{code}/leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_territory_leads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{level}/{code}/note.{extension}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_note"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/territories/{level}/{code}/review-sheet.{extension}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_review_sheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_coverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coverage/map.svg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_coverage_map"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_current_edition"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_readiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/export.{extension}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["export_selection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/export/partners.{extension}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["export_partners"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/export/list.{extension}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["export_list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/export/about/selection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["describe_selection_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/export/about/partners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["describe_partners_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/export/about/list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["describe_list_export"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/practices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_practices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/practices/{practice_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_practice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisation_id}/practices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_organisation_practices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/practices/for-profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["get_profile_practices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ptce-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["check_ptce_group"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ptce-dossier.{extension}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["write_ptce_dossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/partnerships/dismissals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_dismissals"];
        put?: never;
        post: operations["dismiss_pair"];
        delete: operations["restore_pair"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/partnerships/dismissals.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["download_dismissals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/partnerships/group-words": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_group_words"];
        put?: never;
        post: operations["say_group"];
        delete: operations["unsay_group"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisation_id}/partners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_organisation_partners"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisation_id}/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_organisation_groups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/partnerships": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_partnerships"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/partnerships/network.{extension}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_network"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/partnerships/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_groups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_duplicates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duplicates/verdicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["decide_duplicate"];
        delete: operations["take_back_verdict"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contributions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["send_contribution"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisation_id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_organisation_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contributions/table.{extension}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_table_to_fill"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contributions/list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["send_contribution_list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contributions/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_contribution_figures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contributions.atom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_contribution_feed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_contributions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/review/{proposal_id}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["decide_contribution"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/changes.atom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_change_feed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/changes.{extension}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["download_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ogc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_ogc_landing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ogc/conformance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_ogc_conformance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ogc/api": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_ogc_definition"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ogc/collections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_ogc_collections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ogc/collections/{collection_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_ogc_collection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ogc/collections/{collection_id}/queryables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_ogc_queryables"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ogc/collections/organisations/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_ogc_organisations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ogc/collections/organisations/items/{organisation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_ogc_organisation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ogc/collections/{level}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_ogc_territories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ogc/collections/{level}/items/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_ogc_territory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Advice: {
            preconditions: components["schemas"]["Sentence"];
            first_step: components["schemas"]["Sentence"];
            who_to_call: components["schemas"]["Sentence"];
        };
        AlikeAnswer: {
            edition: string;
            territory: components["schemas"]["PlaceMention"];
            compared: components["schemas"]["PlaceTrait"][];
            traits: components["schemas"]["TraitAnswer"][];
            chosen: boolean;
            items: components["schemas"]["AlikeTerritoryAnswer"][] | null;
            next: components["schemas"]["AlikeTerritoryAnswer"][];
        };
        AlikeFigureAnswer: {
            counts: (number | null)[];
            median_count: number | null;
            median_rate: number | null;
            standing: components["schemas"]["RateStanding"] | null;
        };
        AlikeTerritoryAnswer: {
            level: components["schemas"]["TerritoryLevel"];
            code: string;
            name: string;
            population: number | null;
            distance: number | null;
            traits: components["schemas"]["TraitAnswer"][];
        };
        AlsoPossible: {
            pooling: components["schemas"]["PoolingCategory"];
            tier: components["schemas"]["Tier"];
            tier_label: string;
            best_reason: components["schemas"]["BothLanguages"];
        };
        AnswerNotedAsked: {
            id: string;
            category: string;
            said: string;
        };
        Audience: "disabled" | "youth" | "seniors" | "jobseekers" | "families" | "residents" | "patients" | "carers" | "farmers_fishers" | "entrepreneurs" | "customers";
        BothLanguages: {
            fr: string;
            en: string;
        };
        CellFate: "proposed" | "waiting" | "known" | "refused" | "not_found";
        ChangesAnswer: {
            from: components["schemas"]["EditionMention"] | null;
            edition: string;
            total: number;
            items: components["schemas"]["EditionChange"][];
            counts?: {
                [key: string]: number;
            };
            limit?: number;
            offset?: number;
            detail?: string;
        };
        ChosenLineAsked: {
            id: string;
            status?: string | null;
            checked_on?: string | null;
        };
        ChosenListAsked: {
            title?: string | null;
            lines: components["schemas"]["ChosenLineAsked"][];
        };
        ClauseVerdict: "established" | "not_established" | "to_declare" | "not_met";
        ClusterFeature: {
            type: "Feature";
            geometry: components["schemas"]["PointGeometry"];
            properties: components["schemas"]["ClusterProperties"];
        };
        ClusterProperties: {
            cluster: true;
            count: number;
            unknown: number;
            bounds: number[];
            kinds: {
                [key: string]: number;
            };
            same_point: boolean;
            territory: components["schemas"]["DrawnTerritory"] | null;
        };
        ColumnDoubt: {
            column: string;
            code: components["schemas"]["Doubt"];
            reason: string;
            count: number;
            examples: components["schemas"]["DoubtfulCell"][];
        };
        CommuneAwayAnswer: {
            code: string;
            name: string;
            population: number | null;
            nearest_km: number;
            nearest_id: string;
        };
        CommuneOfTown: {
            code: string;
            name: string;
            department: string;
        };
        ConditionCode: "private_law" | "three_persons" | "one_ess" | "one_non_ess" | "one_other" | "project" | "no_earlier_support";
        Conformance: {
            conformsTo: string[];
        };
        ContributionAsked: {
            organisation: string;
            kind: "confirmation" | "field" | "need" | "offer" | "closed" | "same" | "different" | "withdrawal";
            teller: string;
            field: string;
            value: string;
            pooling: string;
            until: string;
            other: string;
            reason: string;
            source: string;
            site_bis: string;
        };
        ContributionKept: {
            contribution: components["schemas"]["ContributionLine"];
            follows: string;
        };
        ContributionKind: "confirmation" | "field" | "need" | "offer" | "closed" | "same" | "different" | "withdrawal";
        ContributionLine: {
            id: string;
            kind: components["schemas"]["ContributionKind"];
            kind_label: string;
            risk: components["schemas"]["ContributionRisk"];
            state: components["schemas"]["ProposalState"];
            organisation: string;
            teller: components["schemas"]["Teller"];
            field: components["schemas"]["CorrectedField"] | null;
            value: string;
            value_in_words: string;
            pooling: components["schemas"]["PoolingCategory"] | null;
            until: string | null;
            other: string | null;
            reason: string;
            source: string;
            before: string;
            told_at: string;
        };
        ContributionRisk: "low" | "middle" | "high";
        CorrectedField: "phone" | "website" | "trade" | "address" | "size";
        CoverageAnswer: {
            edition: string;
            items: components["schemas"]["TerritoryCoverageAnswer"][];
            zonings: components["schemas"]["CoveredZoningAnswer"][];
        };
        CoveredKindAnswer: {
            kind: components["schemas"]["Kind"];
            organisations: number;
            with_trade: number;
            with_phone: number;
            with_website: number;
            with_size: number;
            with_naf: number;
            sources: components["schemas"]["CoveringSourceAnswer"][];
        };
        CoveredZoningAnswer: {
            kind: components["schemas"]["ZoningKind"];
            zones: number;
            vintage: string | null;
        };
        CoveringSourceAnswer: {
            name: string;
            organisations: number;
            since: string;
            until: string;
        };
        DecisionAsked: {
            outcome: "accepted" | "refused" | "asked" | "undone";
            seen: number;
            value: string;
            sentence: string;
        };
        DecisionLine: {
            number: number;
            outcome: components["schemas"]["ReviewOutcome"];
            decided_at: string;
            value: string;
            sentence: string;
            edition: string;
        };
        Declared: {
            words: string;
            categories: components["schemas"]["PoolingCategory"][];
            source: string;
            told_on: string;
            until?: string | null;
            url?: string | null;
        };
        Device: "aci" | "ei" | "ai" | "etti" | "eiti" | "geiq" | "employers_group" | "regie_quartier" | "tzcld" | "esat" | "ea" | "eatt" | "training_body";
        DiskAnswer: {
            free_mb: number | null;
        };
        DismissalAsked: {
            a_id: string;
            b_id: string;
            pooling: "premises_and_land" | "equipment" | "production_tools" | "logistics" | "mobility" | "purchasing" | "shared_jobs" | "insertion_pathways" | "support_functions" | "digital_tools" | "training" | "project_engineering" | "sector_coordination" | "joint_offer" | "joint_bids" | "joint_venture" | "funding" | "communication_events" | "staff_services" | "materials_reuse" | "energy_transition" | "peer_exchange" | "research_innovation" | "local_supply";
            reason: string;
        };
        DismissalKept: {
            a_id: string;
            b_id: string;
            pooling: components["schemas"]["PoolingCategory"];
            kept: boolean;
        };
        DismissalLine: {
            a_id: string;
            b_id: string;
            pooling: components["schemas"]["PoolingCategory"];
            a_name: string;
            b_name: string;
            pooling_fr: string;
            pooling_en: string;
            decided_on: string;
        };
        DismissalRestored: {
            a_id: string;
            b_id: string;
            pooling: components["schemas"]["PoolingCategory"];
            restored: boolean;
        };
        Dismissals: {
            dismissals: components["schemas"]["DismissalLine"][];
        };
        DossierAsked: {
            ids: string[];
            complete: boolean;
            pole: string;
            name: string;
            lang: string;
            proofs?: components["schemas"]["ProofNotedAsked"][];
            answers?: components["schemas"]["AnswerNotedAsked"][];
        };
        Doubt: "siret_wrong" | "siret_truncated" | "siret_several" | "siren_wrong" | "siren_several" | "finess_wrong" | "rna_wrong" | "phone_unread" | "phone_foreign" | "phone_second" | "phone_extension" | "mobile" | "email" | "person" | "website_unread" | "website_refused" | "website_repaired" | "website_second" | "date_unread" | "date_serial" | "date_american" | "number_repaired" | "text_repaired" | "postcode_unread" | "commune_code_unread" | "country_unread" | "point_swapped" | "point_on_shape" | "point_abroad" | "point_in_metres" | "point_unreadable";
        DoubtAnswer: {
            a: components["schemas"]["Named"];
            b: components["schemas"]["Named"];
            verdict: components["schemas"]["DuplicateVerdict"] | null;
            fields: components["schemas"]["FieldLine"][];
        };
        DoubtfulCell: {
            line: number;
            value: string;
        };
        DoubtsAnswer: {
            left: number;
            decided: number;
            pairs: components["schemas"]["DoubtAnswer"][];
        };
        DrawnTerritory: {
            level: components["schemas"]["TerritoryLevel"];
            code: string;
            name: string;
        };
        DuplicateVerdict: "same" | "different";
        EditionAnswer: {
            id: string;
            built_on: string;
            content_hash: string;
            report: components["schemas"]["ReportTotals"];
            sources: components["schemas"]["SourceCount"][];
            remarks: components["schemas"]["Remark"][];
        };
        EditionChange: {
            id: string;
            name: string;
            kind: string;
            commune: string | null;
            department: string | null;
            natures: components["schemas"]["Nature"][];
            fields: components["schemas"]["FieldChange"][];
            other_id?: string | null;
            other_name?: string | null;
        };
        EditionMention: {
            id: string;
            built_on: string;
        };
        ElementCode: "ess_enterprises" | "other_enterprises" | "links" | "territory" | "strategy" | "innovation" | "sustainable_development";
        EmptyList: {
            fr: string;
            en: string;
            code: components["schemas"]["WhyEmpty"];
        };
        EssStatus: "statutory" | "commercial_company" | "outside_public" | "outside_private" | "to_establish";
        ExistingPair: {
            a: components["schemas"]["PartnershipParty"];
            b: components["schemas"]["PartnershipParty"];
            ties: components["schemas"]["TieAnswer"][];
        };
        ExistingPartner: {
            id: string;
            name: string;
            kind: components["schemas"]["Kind"];
            ties: components["schemas"]["TieAnswer"][];
        };
        ExportAbout: {
            title: string;
            query: string;
            edition: string;
            notes: string[];
            per: {
                [key: string]: components["schemas"]["ExportLines"];
            };
            most_rows: {
                [key: string]: number | null;
            };
        };
        ExportColumn: {
            key: string;
            heading: string;
            always: boolean;
        };
        ExportLines: {
            rows: number;
            found: number | null;
            columns: components["schemas"]["ExportColumn"][];
        };
        Extent: {
            spatial: components["schemas"]["SpatialExtent"];
        };
        Facets: {
            known: number | null;
            unknown: number | null;
            other: number | null;
            edition: string;
            understood: components["schemas"]["UnderstoodPart"][];
            total: number;
            facets: {
                [key: string]: components["schemas"]["ValueCount"][];
            };
        };
        FieldAgreement: "same" | "close" | "different" | "one_only" | "own";
        FieldChange: {
            field: string;
            label: string;
            old: string[];
            new: string[];
            nature: components["schemas"]["Nature"];
        };
        FieldFact: {
            field: string;
            source: string;
            vintage: string;
            rule: string;
            other_value?: string | null;
            other_source?: string | null;
            other_vintage?: string | null;
        };
        FieldLine: {
            field: string;
            label: string;
            a: string | null;
            b: string | null;
            agreement: components["schemas"]["FieldAgreement"];
        };
        FigureAnswer: {
            count: number | null;
            rate: number | null;
        };
        FigureRowAnswer: {
            dimension: string;
            value: string;
            here: components["schemas"]["FigureAnswer"];
            beside: components["schemas"]["FigureAnswer"][];
            alike: components["schemas"]["AlikeFigureAnswer"] | null;
        };
        FiguresAnswer: {
            edition: string;
            received: number;
            accepted: number;
            waiting: number;
            median_days: number | null;
            confirmed: number;
            total: number;
            confirmed_share: number | null;
            year: number;
        };
        FillingAnswer: {
            code: components["schemas"]["ElementCode"] | components["schemas"]["ConditionCode"];
            needed: number;
            verdict_with: components["schemas"]["ClauseVerdict"] | null;
            known: number;
            candidates: components["schemas"]["Neighbouring"][];
            thin: components["schemas"]["BothLanguages"] | null;
        };
        FindingAnswer: {
            code: components["schemas"]["ElementCode"] | components["schemas"]["ConditionCode"];
            title: components["schemas"]["BothLanguages"];
            verdict: components["schemas"]["ClauseVerdict"];
            verdict_label: components["schemas"]["BothLanguages"];
            quote: string | null;
            summary: components["schemas"]["BothLanguages"] | null;
            text_id: string;
            members: components["schemas"]["MemberMention"][];
            to_establish: components["schemas"]["MemberMention"][];
            evidence: components["schemas"]["BothLanguages"][];
            proof: components["schemas"]["BothLanguages"] | null;
            would_establish: components["schemas"]["BothLanguages"] | null;
        };
        FollowedLine: {
            asked: string;
            id: string;
            name: string;
            acronym: string | null;
            kind: components["schemas"]["Kind"];
            devices: components["schemas"]["Device"][];
            place_types: components["schemas"]["PlaceType"][];
            partner_type: components["schemas"]["PartnerType"] | null;
            sectors: components["schemas"]["Sector"][];
            siren: string | null;
            siret: string | null;
            address: string | null;
            postcode: string | null;
            commune_code: string | null;
            commune: string | null;
            department_code: string | null;
            department: string | null;
            located: components["schemas"]["Located"];
            website: string | null;
            phone: string | null;
            source: string;
            vintage: string;
            lon: number | null;
            lat: number | null;
            ended: string | null;
        };
        FollowedLines: {
            edition: string;
            built_on: string;
            lines: components["schemas"]["FollowedLine"][];
        };
        FoundAsked: {
            ids: string[];
        };
        GapAnswer: {
            dimension: string;
            value: string;
            label: string;
            known: number;
            compared: number;
            present: number;
            expected: number;
            low: number;
            high: number;
            chance: number;
            beyond_chance: boolean;
            nearest: components["schemas"]["NearestAnswer"] | null;
        };
        GapsAnswer: {
            edition: string;
            territory: components["schemas"]["PlaceMention"];
            false_gaps: number;
            items: components["schemas"]["GapAnswer"][] | null;
        };
        GroupAsked: {
            ids?: string[];
            members?: components["schemas"]["MemberAsked"][];
            complete: boolean;
        };
        GroupCheck: {
            article_9: components["schemas"]["FindingAnswer"][];
            call_eligibility: components["schemas"]["FindingAnswer"][];
            could_fill: components["schemas"]["FillingAnswer"][];
            legal_persons: components["schemas"]["PersonsCounted"];
            complete: boolean;
            existing_ptce: string | null;
            notes: components["schemas"]["LineNoteAnswer"][];
            texts: components["schemas"]["LegalTextAnswer"][];
            first_actions: components["schemas"]["PoleToAdd"][];
        };
        GroupLevel: "employment_zone" | "living_area" | "group";
        GroupLink: {
            pooling: components["schemas"]["PoolingCategory"];
            mode: components["schemas"]["Mode"];
            giver_id: string | null;
            tier: components["schemas"]["Tier"];
            tier_label: string;
            score: number | null;
            low: number;
            high: number;
            distance_km: number | null;
            parts: {
                [key: string]: components["schemas"]["PartScore"];
            };
            reasons: components["schemas"]["PartnershipReason"][];
            would_change: components["schemas"]["WouldChange"] | null;
            ties: components["schemas"]["TieAnswer"][];
            reserved_basis: components["schemas"]["ReservedContract"] | null;
            a: string;
            b: string;
        };
        GroupMember: {
            id: string;
            name: string;
            kind: components["schemas"]["Kind"];
            distance_km: number;
            brings: components["schemas"]["BothLanguages"][];
            holds: components["schemas"]["BothLanguages"];
        };
        GroupSaid: "same_group" | "not_same_group";
        GroupWordAsked: {
            a_id: string;
            b_id: string;
            said: "same_group" | "not_same_group";
            reason: string;
        };
        GroupWordKept: {
            a_id: string;
            b_id: string;
            said: components["schemas"]["GroupSaid"];
            kept: boolean;
        };
        GroupWordLine: {
            a_id: string;
            b_id: string;
            said: components["schemas"]["GroupSaid"];
            a_name: string;
            b_name: string;
            reason: string;
            decided_on: string;
        };
        GroupWordList: {
            group_words: components["schemas"]["GroupWordLine"][];
        };
        GroupWordTakenBack: {
            a_id: string;
            b_id: string;
            said: components["schemas"]["GroupSaid"];
            taken_back: boolean;
        };
        HealthAnswer: {
            status: "ok" | "degraded";
            degraded: boolean;
            troubles: string[];
            edition: string;
            edition_age_days: number | null;
            oldest_source: string | null;
            oldest_source_age_days: number | null;
            stale_sources: string[];
            ledger: components["schemas"]["LedgerAnswer"];
            disk: components["schemas"]["DiskAnswer"];
        };
        HistoryAnswer: {
            edition: string;
            built_on: string;
            organisation: components["schemas"]["Named"];
            waiting: number;
            contributions: components["schemas"]["HistoryLine"][];
            sources: components["schemas"]["SourceMention"][];
            fields: components["schemas"]["FieldFact"][];
        };
        HistoryLine: {
            kind: components["schemas"]["ContributionKind"];
            kind_label: string;
            field: components["schemas"]["CorrectedField"] | null;
            before: string;
            value: string;
            evidence: string;
            told_on: string;
            reviewed_on: string;
            shown: boolean;
        };
        InferredValue: {
            fr: string;
            en: string;
            key: components["schemas"]["PracticeCriterion"];
            value: string;
        };
        Kind: "ess_actor" | "ptce" | "sheltered_supplier" | "cooperation_space" | "territorial_partner";
        LandingPage: {
            title: string;
            description: string;
            attribution: string;
            links: components["schemas"]["OgcLink"][];
        };
        LeadFrame: {
            pooling: components["schemas"]["PoolingCategory"];
            label: components["schemas"]["BothLanguages"];
            ask: components["schemas"]["BothLanguages"];
            legal: components["schemas"]["BothLanguages"] | null;
        };
        LeadOfList: {
            a: components["schemas"]["Named"];
            b: components["schemas"]["Named"];
            pooling: components["schemas"]["PoolingCategory"];
            pooling_label: string;
            tier: components["schemas"]["Tier"];
            tier_label: string;
            distance_km: number | null;
        };
        LedgerAnswer: {
            available: boolean;
        };
        LegalFamily: "association" | "cooperative" | "mutual" | "foundation" | "commercial" | "public" | "unknown";
        LegalForm: "association" | "foundation" | "endowment_fund" | "mutual" | "mutual_insurer" | "scop" | "scic" | "cae" | "cuma" | "agricultural_coop" | "maritime_coop" | "retailers_coop" | "craft_coop" | "housing_coop" | "bank_coop" | "consumer_coop" | "other_coop" | "commercial_ess" | "commercial" | "public" | "gip" | "other" | "unknown";
        LegalTextAnswer: {
            id: string;
            reference: components["schemas"]["BothLanguages"];
            status: components["schemas"]["TextStatus"];
            status_label: components["schemas"]["BothLanguages"];
            text: string;
            text_en: string | null;
            read_on: string | null;
            url: string | null;
        };
        Likelihood: "very_likely" | "likely" | "possible" | "unlikely";
        LineNoteAnswer: {
            line: number;
            value: string;
            problem: components["schemas"]["BothLanguages"];
            set_aside: boolean;
        };
        LinesAsked: {
            ids: string[];
        };
        ListAdditions: {
            total: number;
            paired: number;
            practices: components["schemas"]["PracticeOfList"][];
            partnerships: components["schemas"]["LeadOfList"][];
            existing: components["schemas"]["NamedPair"][];
        };
        ListBroughtBack: {
            edition: string;
            kept: boolean;
            counts: {
                [key: string]: number;
            };
            cells: components["schemas"]["ListCell"][];
        };
        ListCell: {
            line: number;
            column: string;
            fate: components["schemas"]["CellFate"];
            fate_label: string;
            why: string;
            organisation: string | null;
            contribution: components["schemas"]["ContributionLine"] | null;
        };
        ListRead: {
            columns: string[];
            understood: {
                [key: string]: string;
            };
            unknown: string[];
            report: components["schemas"]["ListReport"];
            sheet?: string;
            sheets?: string[];
            rows: components["schemas"]["ReadLine"][];
        };
        ListReport: {
            emails: number;
            mobiles: number;
            persons: string[];
            apart: {
                [key: string]: number;
            };
            notes: string[];
            doubts: components["schemas"]["ColumnDoubt"][];
        };
        Located: "address" | "commune" | "department" | "region" | "abroad" | "none";
        MapFeatures: {
            type: "FeatureCollection";
            edition: string;
            understood: components["schemas"]["UnderstoodPart"][];
            total: number;
            unknown: number | null;
            features: (components["schemas"]["ClusterFeature"] | components["schemas"]["PinFeature"])[];
        };
        MatchCandidate: {
            id: string;
            name: string;
            acronym: string | null;
            kind: components["schemas"]["Kind"];
            devices: string[];
            siret: string | null;
            siren: string | null;
            naf: string | null;
            naf_nomenclature: components["schemas"]["NafNomenclature"] | null;
            postcode: string | null;
            commune: string | null;
            department: string | null;
            phone: string | null;
            website: string | null;
            source: string;
            vintage: string;
            score: number;
            likelihood: components["schemas"]["Likelihood"];
        };
        MatchVerdict: "found" | "ambiguous" | "unknown";
        MatchedList: {
            columns: string[];
            understood: {
                [key: string]: string;
            };
            unknown: string[];
            report: components["schemas"]["ListReport"];
            sheet?: string;
            sheets?: string[];
            edition: string;
            counts: {
                [key: string]: number;
            };
            rows: components["schemas"]["MatchedRow"][];
        };
        MatchedRow: {
            line: number;
            verdict: components["schemas"]["MatchVerdict"];
            id: string | null;
            score: number;
            likelihood: components["schemas"]["Likelihood"];
            why: components["schemas"]["Why"];
            reason: string;
            warnings: components["schemas"]["RowWarning"][];
            candidates: components["schemas"]["MatchCandidate"][];
            communes: components["schemas"]["CommuneOfTown"][];
        };
        MemberAsked: {
            id: string;
            name: string;
            legal_form: string;
            partner_type: string;
            siren: string;
            commune: string;
        };
        MemberMention: {
            id: string | null;
            name: string;
            siren: string | null;
        };
        Membership: {
            ptce_id: string;
            ptce_name: string;
            source_url: string;
            confidence: string;
            role: string;
        };
        Mode: "together" | "for_each_other";
        NafNomenclature: "rev2" | "2025";
        Named: {
            id: string;
            name: string;
        };
        NamedPair: {
            a: components["schemas"]["Named"];
            b: components["schemas"]["Named"];
        };
        Nature: "new" | "gone" | "merged" | "split" | "renamed" | "moved" | "changed";
        NearestAnswer: {
            id: string;
            name: string;
            place: string;
            km: number;
        };
        Neighbouring: {
            id: string | null;
            name: string;
            siren: string | null;
            commune: string | null;
            distance_km: number | null;
        };
        NetworkTie: {
            code: string;
            name: string;
            source: string;
            vintage: string;
        };
        OgcCollection: {
            id: string;
            title: string;
            description: string;
            itemType: "feature";
            extent?: components["schemas"]["Extent"];
            links: components["schemas"]["OgcLink"][];
        };
        OgcCollections: {
            links: components["schemas"]["OgcLink"][];
            collections: components["schemas"]["OgcCollection"][];
        };
        OgcLink: {
            href: string;
            rel: string;
            type: string;
            title: string;
        };
        OrganisationFeature: {
            type: "Feature";
            id: string;
            geometry: components["schemas"]["PointGeometry"] | null;
            properties: {
                id: string | null;
                name: string | null;
                acronym: string | null;
                kind: ("ess_actor" | "ptce" | "sheltered_supplier" | "cooperation_space" | "territorial_partner") | null;
                kind_label: string | null;
                ess_status: ("statutory" | "commercial_company" | "outside_public" | "outside_private" | "to_establish") | null;
                legal_family: ("association" | "cooperative" | "mutual" | "foundation" | "commercial" | "public") | null;
                legal_form: ("association" | "foundation" | "endowment_fund" | "mutual" | "mutual_insurer" | "scop" | "scic" | "cae" | "cuma" | "agricultural_coop" | "maritime_coop" | "retailers_coop" | "craft_coop" | "housing_coop" | "bank_coop" | "consumer_coop" | "other_coop" | "commercial_ess" | "commercial" | "public" | "gip" | "other") | null;
                device: ("aci" | "ei" | "ai" | "etti" | "eiti" | "geiq" | "employers_group" | "regie_quartier" | "tzcld" | "esat" | "ea" | "eatt" | "training_body")[] | null;
                device_label: string[] | null;
                place_type: ("tiers_lieu" | "coworking" | "fablab" | "incubator" | "pepiniere" | "couveuse" | "business_centre" | "ess_house" | "associations_house" | "innovation_space")[] | null;
                partner_type: ("local_authority" | "grouping" | "ccas" | "chamber" | "network_head" | "higher_education" | "research" | "training" | "business_club" | "landlord" | "enterprise" | "other" | "initiative") | null;
                sector: ("agriculture_food" | "fishing_sea" | "environment_circular" | "repair_reuse" | "green_spaces" | "building_energy" | "industry_craft" | "textile" | "transport_mobility" | "catering" | "cleaning_laundry" | "digital" | "culture_media" | "sport_leisure_tourism" | "health" | "social_care" | "early_childhood" | "personal_services" | "education_training" | "work_integration" | "housing" | "finance_insurance" | "business_services" | "retail")[] | null;
                sector_label: string[] | null;
                sector_origin: ("declared" | "public_page" | "naf" | "person_naf" | "name" | "programme")[] | null;
                need: string[] | null;
                need_category: ("premises_and_land" | "equipment" | "production_tools" | "logistics" | "mobility" | "purchasing" | "shared_jobs" | "insertion_pathways" | "support_functions" | "digital_tools" | "training" | "project_engineering" | "sector_coordination" | "joint_offer" | "joint_bids" | "joint_venture" | "funding" | "communication_events" | "staff_services" | "materials_reuse" | "energy_transition" | "peer_exchange" | "research_innovation" | "local_supply")[] | null;
                offer: string[] | null;
                offer_category: ("premises_and_land" | "equipment" | "production_tools" | "logistics" | "mobility" | "purchasing" | "shared_jobs" | "insertion_pathways" | "support_functions" | "digital_tools" | "training" | "project_engineering" | "sector_coordination" | "joint_offer" | "joint_bids" | "joint_venture" | "funding" | "communication_events" | "staff_services" | "materials_reuse" | "energy_transition" | "peer_exchange" | "research_innovation" | "local_supply")[] | null;
                size: ("none" | "micro" | "small" | "medium" | "large") | null;
                siren: string | null;
                siret: string | null;
                finess: string | null;
                naf: string | null;
                naf_nomenclature: ("rev2" | "2025") | null;
                address: string | null;
                postcode: string | null;
                commune: string | null;
                commune_name: string | null;
                epci: string | null;
                epci_name: string | null;
                department: string | null;
                department_name: string | null;
                region: string | null;
                region_name: string | null;
                located: ("address" | "commune" | "department" | "region" | "abroad") | null;
                qpv: ("inside" | "outside") | null;
                density: ("1" | "2" | "3" | "4" | "5" | "6" | "7") | null;
                programme: ("petites_villes_de_demain" | "villages_avenir" | "action_coeur_de_ville" | "territoires_industrie")[] | null;
                employment_zone: string | null;
                living_area: string | null;
                longitude: number | null;
                latitude: number | null;
                phone: string | null;
                website: string | null;
                opened_on: string | null;
                ended: string | null;
                service_area: string | null;
                manager: string | null;
                member_of: string[] | null;
                source: string[] | null;
                vintage: string | null;
                licence: ("lo" | "odbl" | "cc-by" | "cc-by-sa" | "cc0" | "other" | "lo-repository" | "cc-by-repository" | "mit-repository" | "other-repository" | "not_stated")[] | null;
            };
            links?: components["schemas"]["OgcLink"][];
        };
        OrganisationFeatures: {
            type: "FeatureCollection";
            numberMatched: number;
            numberReturned: number;
            features: components["schemas"]["OrganisationFeature"][];
            links: components["schemas"]["OgcLink"][];
        };
        OrganisationLine: {
            id: string;
            kind: components["schemas"]["Kind"];
            name: string;
            acronym: string | null;
            ess_status: components["schemas"]["EssStatus"];
            legal_form: components["schemas"]["LegalForm"];
            legal_family: components["schemas"]["LegalFamily"];
            devices: components["schemas"]["Device"][];
            place_types: components["schemas"]["PlaceType"][];
            partner_type: components["schemas"]["PartnerType"] | null;
            sectors: components["schemas"]["Sector"][];
            size: components["schemas"]["SizeBand"];
            siren: string | null;
            siret: string | null;
            finess: string | null;
            naf: string | null;
            naf_nomenclature: components["schemas"]["NafNomenclature"] | null;
            address: string | null;
            postcode: string | null;
            commune_code: string | null;
            commune: string | null;
            epci_code: string | null;
            epci: string | null;
            department_code: string | null;
            department: string | null;
            region_code: string | null;
            region: string | null;
            located: components["schemas"]["Located"];
            qpv: components["schemas"]["PriorityPlace"];
            website: string | null;
            phone: string | null;
            manager_id: string | null;
            source: string;
            vintage: string;
            licence: string;
            criteria_met: number;
            criteria_applied: number;
            missing: components["schemas"]["QualityCriterion"][];
            lon: number | null;
            lat: number | null;
            distance_km?: number;
        };
        OrganisationPage: {
            known: number | null;
            unknown: number | null;
            other: number | null;
            edition: string;
            understood: components["schemas"]["UnderstoodPart"][];
            total: number;
            unlocated: number;
            limit: number;
            offset: number;
            items: components["schemas"]["OrganisationLine"][];
        };
        OrganisationPartners: {
            page: number;
            pages: number;
            listed: number;
            total: number;
            frames: components["schemas"]["LeadFrame"][];
            why_empty: components["schemas"]["EmptyList"] | null;
            organisation: components["schemas"]["PartnershipParty"];
            partners: components["schemas"]["Partner"][];
            existing: components["schemas"]["ExistingPartner"][];
            existing_total: number;
        };
        OrganisationPractices: {
            advised: string[];
            roles: string[];
            waiting: string[];
            practices: components["schemas"]["PracticeLinkAnswer"][];
            edition: string;
            organisation: components["schemas"]["Named"];
            profile: components["schemas"]["ProfileTold"];
            inferred: components["schemas"]["InferredValue"][];
        };
        OrganisationSheet: {
            id: string;
            kind: components["schemas"]["Kind"];
            name: string;
            source_name: string;
            sources: components["schemas"]["SourceMention"][];
            status: components["schemas"]["Status"];
            place: components["schemas"]["Place"];
            acronym: string | null;
            devices: components["schemas"]["Device"][];
            place_types: components["schemas"]["PlaceType"][];
            partner_type: components["schemas"]["PartnerType"] | null;
            sectors: components["schemas"]["Sector"][];
            sector_claims: components["schemas"]["SectorClaim"][];
            size: components["schemas"]["SizeBand"];
            headcount_band: string | null;
            siren: string | null;
            siret: string | null;
            finess: string | null;
            naf: string | null;
            naf_nomenclature: components["schemas"]["NafNomenclature"] | null;
            manager_id: string | null;
            website: string | null;
            phone: string | null;
            opened_on: string | null;
            notes: string[];
            memberships: components["schemas"]["Membership"][];
            networks: components["schemas"]["NetworkTie"][];
            needs: components["schemas"]["Declared"][];
            offers: components["schemas"]["Declared"][];
            zonings: components["schemas"]["Zoning"][];
            qpv: components["schemas"]["PriorityPlace"];
            perhaps_same: string[];
            field_facts: components["schemas"]["FieldFact"][];
            pole: components["schemas"]["PoleFacts"] | null;
            practices: components["schemas"]["PracticeTag"][];
            service_area: string | null;
            verified_on: string | null;
            verified_by_role: string | null;
            ess_status: components["schemas"]["EssStatus"];
            legal_form: components["schemas"]["LegalForm"];
            legal_family: components["schemas"]["LegalFamily"];
            address: string | null;
            postcode: string | null;
            commune_code: string | null;
            commune: string | null;
            epci_code: string | null;
            epci: string | null;
            department_code: string | null;
            department: string | null;
            region_code: string | null;
            region: string | null;
            located: components["schemas"]["Located"];
            lon: number | null;
            lat: number | null;
            quality: components["schemas"]["RecordQuality"];
            edition: string;
            sites: components["schemas"]["OrganisationLine"][];
            n_sites: number;
            same_manager: components["schemas"]["OrganisationLine"][];
            n_same_manager: number;
            nearest: components["schemas"]["OrganisationLine"][];
            members: components["schemas"]["PoleMember"][];
        };
        OutlineFeature: {
            type: "Feature";
            id: string;
            properties: components["schemas"]["OutlineProperties"];
            geometry: {
                type: "Polygon" | "MultiPolygon";
                coordinates: unknown[];
            } | null;
        };
        OutlineProperties: {
            code: string;
            name: string;
        };
        Outlines: {
            type: "FeatureCollection";
            features: components["schemas"]["OutlineFeature"][];
        };
        Pair: {
            pooling: components["schemas"]["PoolingCategory"];
            mode: components["schemas"]["Mode"];
            giver_id: string | null;
            tier: components["schemas"]["Tier"];
            tier_label: string;
            score: number | null;
            low: number;
            high: number;
            distance_km: number | null;
            parts: {
                [key: string]: components["schemas"]["PartScore"];
            };
            reasons: components["schemas"]["PartnershipReason"][];
            would_change: components["schemas"]["WouldChange"] | null;
            ties: components["schemas"]["TieAnswer"][];
            reserved_basis: components["schemas"]["ReservedContract"] | null;
            best_reason: components["schemas"]["BothLanguages"];
            known: components["schemas"]["BothLanguages"][];
            supposed: components["schemas"]["BothLanguages"][];
            also: components["schemas"]["AlsoPossible"][];
            other_poolings: components["schemas"]["PoolingCategory"][];
            a: components["schemas"]["PartnershipParty"];
            b: components["schemas"]["PartnershipParty"];
        };
        PairAsked: {
            a_id: string;
            b_id: string;
        };
        PartScore: {
            value: number | null;
            low: number;
            high: number;
        };
        Participant: "members" | "shareholders" | "elected" | "employees" | "volunteers" | "young_people" | "beneficiaries" | "residents" | "project_holders" | "local_actors" | "local_authorities" | "enterprises" | "suppliers" | "peers" | "experts" | "researchers";
        Partner: {
            id: string;
            name: string;
            kind: components["schemas"]["Kind"];
            pooling: components["schemas"]["PoolingCategory"];
            mode: components["schemas"]["Mode"];
            giver_id: string | null;
            tier: components["schemas"]["Tier"];
            tier_label: string;
            score: number | null;
            low: number;
            high: number;
            distance_km: number | null;
            parts: {
                [key: string]: components["schemas"]["PartScore"];
            };
            reasons: components["schemas"]["PartnershipReason"][];
            would_change: components["schemas"]["WouldChange"] | null;
            ties: components["schemas"]["TieAnswer"][];
            reserved_basis: components["schemas"]["ReservedContract"] | null;
            best_reason: components["schemas"]["BothLanguages"];
            known: components["schemas"]["BothLanguages"][];
            supposed: components["schemas"]["BothLanguages"][];
            also: components["schemas"]["AlsoPossible"][];
            other_poolings: components["schemas"]["PoolingCategory"][];
            commune: string | null;
            phone: string | null;
            website: string | null;
        };
        PartnerType: "local_authority" | "grouping" | "ccas" | "chamber" | "network_head" | "higher_education" | "research" | "training" | "business_club" | "landlord" | "enterprise" | "other" | "initiative";
        PartnershipParty: {
            id: string;
            name: string;
            kind: components["schemas"]["Kind"];
        };
        PartnershipReason: {
            fr: string;
            en: string;
            part: "fit" | "proximity" | "feasibility" | "ask";
        };
        Partnerships: {
            page: number;
            pages: number;
            listed: number;
            total: number;
            frames: components["schemas"]["LeadFrame"][];
            why_empty: components["schemas"]["EmptyList"] | null;
            sites: number;
            total_sites: number;
            partnerships: components["schemas"]["Pair"][];
            existing: components["schemas"]["ExistingPair"][];
            existing_total: number;
        };
        PersonsCounted: {
            at_least: number;
            at_most: number;
        };
        PinFeature: {
            type: "Feature";
            id: string;
            geometry: components["schemas"]["PointGeometry"];
            properties: components["schemas"]["PinProperties"];
        };
        PinProperties: {
            cluster: false;
            id: string;
            kind: components["schemas"]["Kind"];
            name: string;
            precise: boolean;
            unknown: boolean;
        };
        Place: {
            located: components["schemas"]["Located"];
            address?: string | null;
            postcode?: string | null;
            commune_code?: string | null;
            commune?: string | null;
            epci_code?: string | null;
            epci?: string | null;
            department_code?: string | null;
            department?: string | null;
            region_code?: string | null;
            region?: string | null;
            point?: components["schemas"]["Point"] | null;
            flags: string[];
            missing_reason?: string | null;
        };
        PlaceMention: {
            level: components["schemas"]["TerritoryLevel"] | components["schemas"]["GroupLevel"];
            code: string;
            name: string;
            population: number | null;
        };
        PlaceTrait: "population" | "density" | "rurality" | "centrality" | "massif" | "attraction";
        PlaceType: "tiers_lieu" | "coworking" | "fablab" | "incubator" | "pepiniere" | "couveuse" | "business_centre" | "ess_house" | "associations_house" | "innovation_space";
        Point: {
            lon: number;
            lat: number;
        };
        PointGeometry: {
            type: "Point";
            coordinates: number[];
        };
        Pointer: {
            id: string;
            title: components["schemas"]["Sentence"];
            what: components["schemas"]["Sentence"];
        };
        PoleFacts: {
            coordinator?: string | null;
            coordinator_legal_form?: string | null;
            activities: string[];
            pooled_resources: string[];
            year?: string | null;
            ended?: string | null;
            source_urls: string[];
            confidence: string;
            to_confirm: string[];
        };
        PoleMember: {
            organisation: components["schemas"]["OrganisationLine"];
            role: string;
            confidence: string;
            source_url: string;
        };
        PoleToAdd: {
            fr: string;
            en: string;
            pole: components["schemas"]["Named"];
            source: string;
            members: components["schemas"]["Named"][];
        };
        PoolingCategory: "premises_and_land" | "equipment" | "production_tools" | "logistics" | "mobility" | "purchasing" | "shared_jobs" | "insertion_pathways" | "support_functions" | "digital_tools" | "training" | "project_engineering" | "sector_coordination" | "joint_offer" | "joint_bids" | "joint_venture" | "funding" | "communication_events" | "staff_services" | "materials_reuse" | "energy_transition" | "peer_exchange" | "research_innovation" | "local_supply";
        PortraitAnswer: {
            edition: string;
            built_on: string;
            territory: components["schemas"]["PlaceMention"];
            communes: number | null;
            beside: components["schemas"]["PlaceMention"][];
            alike: components["schemas"]["PlaceMention"][];
            organisations: number;
            coverage: components["schemas"]["TerritoryCoverageAnswer"];
            total: components["schemas"]["FigureRowAnswer"];
            kinds: components["schemas"]["FigureRowAnswer"][];
            devices: components["schemas"]["FigureRowAnswer"][];
            trades: components["schemas"]["FigureRowAnswer"][];
            trade_unknown: components["schemas"]["FigureRowAnswer"];
        };
        PracticeAnswer: {
            edition: string;
            record: "practice";
            id: string;
            title: string;
            title_en: string;
            themes: number[];
            general: number;
            point: components["schemas"]["Sentence"];
            advice: components["schemas"]["Advice"];
            examples: components["schemas"]["PracticeExample"][];
            pooling: components["schemas"]["PoolingCategory"][];
            cites: string[];
            keywords: string[];
            state_of_law: components["schemas"]["Sentence"] | null;
            families: components["schemas"]["LegalFamily"][];
            organisations: {
                [key: string]: number;
            };
        };
        PracticeCatalogueAnswer: {
            edition: string;
            total: number;
            themes: components["schemas"]["ThemeAnswer"][];
            practices: components["schemas"]["PracticeLine"][];
            resources: components["schemas"]["ResourceRecord"][];
            pointers: components["schemas"]["Pointer"][];
        };
        PracticeCriterion: "kind" | "legal_form" | "devices" | "place_types" | "sectors" | "size_band" | "scope" | "audiences" | "traits" | "suppliers_near" | "spaces_near" | "mix_near" | "peers_near";
        PracticeExample: {
            id: string;
            traces: components["schemas"]["Traces"];
            participants: components["schemas"]["Participant"][];
            done: components["schemas"]["Sentence"];
            brief: components["schemas"]["Sentence"];
        };
        PracticeLine: {
            id: string;
            title: string;
            title_en: string;
            themes: number[];
            families: components["schemas"]["LegalFamily"][];
            pooling: components["schemas"]["PoolingCategory"][];
            keywords: string[];
            point: components["schemas"]["Sentence"];
            examples: number;
            organisations: {
                [key: string]: number;
            };
        };
        PracticeLinkAnswer: {
            id: string;
            role: components["schemas"]["Role"];
            relevance: number;
            reasons: components["schemas"]["PracticeReason"][];
        };
        PracticeLinks: {
            advised: string[];
            roles: string[];
            waiting: string[];
            practices: components["schemas"]["PracticeLinkAnswer"][];
        };
        PracticeOfList: {
            id: string;
            title: string;
            organisations: number;
        };
        PracticeReason: {
            fr: string;
            en: string;
            criterion: string;
            value: number | null;
        };
        PracticeTag: {
            practice_id: string;
            role: components["schemas"]["Role"];
            relevance: number;
        };
        PriorityPlace: "inside" | "outside" | "unknown";
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            parameter?: string;
            value?: string;
            problem?: string;
            allowed?: string[];
        };
        ProfileTold: {
            kind?: components["schemas"]["Kind"];
            legal_form?: components["schemas"]["LegalForm"];
            devices?: components["schemas"]["Device"][];
            place_types?: components["schemas"]["PlaceType"][];
            sectors?: components["schemas"]["Sector"][];
            size_band?: components["schemas"]["SizeBand"];
            scope?: components["schemas"]["Scope"];
            audiences?: components["schemas"]["Audience"][];
            traits?: components["schemas"]["Trait"][];
            commune?: string;
        };
        ProofNotedAsked: {
            code: string;
            done: boolean;
            note: string;
        };
        ProposalState: "waiting" | "asked" | "accepted" | "refused";
        ProposedGroup: {
            pooling: components["schemas"]["PoolingCategory"];
            members: components["schemas"]["GroupMember"][];
            links: components["schemas"]["GroupLink"][];
            width_km: number;
            reason: components["schemas"]["BothLanguages"];
        };
        ProposedGroups: {
            groups: components["schemas"]["ProposedGroup"][];
            frames: components["schemas"]["LeadFrame"][];
        };
        QualityCriterion: "located" | "identified" | "activity" | "contact" | "fresh";
        QualityLevel: "complete" | "nearly" | "partial";
        RateStanding: "more" | "middle" | "less" | "few";
        ReachAnswer: {
            edition: string;
            territory: components["schemas"]["PlaceMention"];
            distances_km: number[];
            away_km: number;
            items: components["schemas"]["ReachRowAnswer"][] | null;
        };
        ReachRowAnswer: {
            target: components["schemas"]["ReachTarget"];
            inhabitants: number;
            within: number[];
            shares: (number | null)[];
            away: components["schemas"]["CommuneAwayAnswer"][];
        };
        ReachTarget: "sheltered" | "insertion" | "cooperation_space" | "ptce";
        ReadLine: {
            line: number;
            cells: string[];
            whole: boolean;
            apart: components["schemas"]["Why"] | null;
        };
        ReadyAnswer: {
            ready: true;
            edition: string;
        };
        RecordQuality: {
            met: number;
            applied: number;
            level: components["schemas"]["QualityLevel"];
            criteria: {
                [key: string]: boolean | null;
            };
        };
        Remark: {
            code: string;
            sentence: string;
            count: number;
            examples: string[];
        };
        ReportTotals: {
            read: number;
            kept: number;
            merged: number;
            rejected: number;
        };
        ReservedContract: {
            fr: string;
            en: string;
            articles: string[];
        };
        ResourceAnswer: {
            edition: string;
            record: "resource";
            id: string;
            title: string;
            title_en: string;
            themes: number[];
            what: components["schemas"]["Sentence"];
            note: components["schemas"]["Sentence"];
            address: string | null;
            pooling: components["schemas"]["PoolingCategory"][];
            cites: string[];
            keywords: string[];
        };
        ResourceRecord: {
            id: string;
            title: string;
            title_en: string;
            themes: number[];
            what: components["schemas"]["Sentence"];
            note: components["schemas"]["Sentence"];
            address?: string | null;
            pooling: components["schemas"]["PoolingCategory"][];
            cites: string[];
            keywords: string[];
        };
        ReviewAnswer: {
            edition: string;
            counts: {
                [key: string]: number;
            };
            proposals: components["schemas"]["ReviewLine"][];
        };
        ReviewLine: {
            contribution: components["schemas"]["ContributionLine"];
            organisation: components["schemas"]["Named"] | null;
            commune: string | null;
            sources: string[];
            other: components["schemas"]["Named"] | null;
            now: string;
            decisions: components["schemas"]["DecisionLine"][];
            can_be_undone: boolean;
        };
        ReviewOutcome: "accepted" | "refused" | "asked" | "undone";
        Role: "embodies" | "partner_for" | "could_adopt" | "declared";
        RowWarning: {
            code: components["schemas"]["Warned"];
            reason: string;
        };
        RowsPer: "site" | "person";
        Scope: "local" | "departmental" | "regional" | "national";
        Sector: "agriculture_food" | "fishing_sea" | "environment_circular" | "repair_reuse" | "green_spaces" | "building_energy" | "industry_craft" | "textile" | "transport_mobility" | "catering" | "cleaning_laundry" | "digital" | "culture_media" | "sport_leisure_tourism" | "health" | "social_care" | "early_childhood" | "personal_services" | "education_training" | "work_integration" | "housing" | "finance_insurance" | "business_services" | "retail";
        SectorClaim: {
            sector: components["schemas"]["Sector"];
            origin: components["schemas"]["SectorOrigin"];
            evidence: string;
            url?: string | null;
            year?: string | null;
        };
        SectorOrigin: "declared" | "public_page" | "naf" | "person_naf" | "name" | "programme";
        SelectionIds: {
            edition: string;
            total: number;
            lines: components["schemas"]["Named"][];
        };
        Sentence: {
            fr: string;
            en: string;
        };
        SizeBand: "none" | "micro" | "small" | "medium" | "large" | "unknown";
        SourceCount: {
            file: string;
            name: string;
            vintage: string;
            licence: string;
            read: number;
            kept: number;
            merged: number;
            rejected: number;
        };
        SourceMention: {
            id: string;
            source: string;
            reference: string;
            vintage: string;
            licence: string;
        };
        SpatialExtent: {
            bbox: number[][];
            crs: "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
        };
        Status: {
            ess: components["schemas"]["EssStatus"];
            ess_evidence: string;
            legal_form: components["schemas"]["LegalForm"];
            legal_form_evidence: string;
            legal_family: components["schemas"]["LegalFamily"];
        };
        Suggestion: {
            level: components["schemas"]["TerritoryLevel"] | "address";
            code: string | null;
            name: string;
            context: string;
            lon: number | null;
            lat: number | null;
            population: number | null;
        };
        Suggestions: {
            items: components["schemas"]["Suggestion"][];
        };
        Teller: "organisation" | "partner" | "visitor";
        TerritoryAnswer: {
            level: components["schemas"]["TerritoryLevel"];
            code: string;
            name: string;
            population: number | null;
            region_code: string | null;
            department_code: string | null;
            epci_code: string | null;
            postcodes: string[];
            lon: number | null;
            lat: number | null;
            bounds: number[] | null;
            outline: {
                type: "Polygon" | "MultiPolygon";
                coordinates: unknown[];
            } | null;
        };
        TerritoryCoverageAnswer: {
            code: string | null;
            name: string;
            organisations: number;
            kinds: components["schemas"]["CoveredKindAnswer"][];
        };
        TerritoryFeature: {
            type: "Feature";
            id: string;
            geometry: {
                type: "Polygon" | "MultiPolygon";
                coordinates: unknown[];
            } | null;
            properties: components["schemas"]["TerritoryProperties"];
            links?: components["schemas"]["OgcLink"][];
        };
        TerritoryFeatures: {
            type: "FeatureCollection";
            numberMatched: number;
            numberReturned: number;
            features: components["schemas"]["TerritoryFeature"][];
            links: components["schemas"]["OgcLink"][];
        };
        TerritoryLevel: "region" | "department" | "epci" | "commune";
        TerritoryProperties: {
            code: string;
            name: string;
            level: components["schemas"]["TerritoryLevel"];
            population: number | null;
            region: string | null;
            department: string | null;
            epci: string | null;
            postcodes: string[];
            longitude: number | null;
            latitude: number | null;
        };
        TextStatus: "quoted" | "summary" | "to_confirm";
        ThemeAnswer: {
            number: number;
            fr: string;
            en: string;
            origin: string;
            note: components["schemas"]["BothLanguages"] | null;
            practices: number;
        };
        TieAnswer: {
            fr: string;
            en: string;
            kind: components["schemas"]["TieKind"];
            strength: components["schemas"]["TieStrength"];
            code: string;
        };
        TieKind: "same_ptce" | "same_manager" | "same_group" | "same_epci";
        TieStrength: "known" | "probable";
        Tier: "strong" | "explore" | "insufficient";
        Traces: {
            legal_forms: components["schemas"]["LegalForm"][];
            families: components["schemas"]["LegalFamily"][];
            devices: components["schemas"]["Device"][];
            place_types: components["schemas"]["PlaceType"][];
            sectors: components["schemas"]["Sector"][];
            size_band: components["schemas"]["SizeBand"];
            scope?: components["schemas"]["Scope"] | null;
            audiences: components["schemas"]["Audience"][];
            traits: components["schemas"]["Trait"][];
        };
        Trait: "members" | "employees" | "volunteers" | "elected_board" | "federation" | "multi_site" | "shareholders" | "funds_projects" | "works_with_local_authorities" | "environmental";
        TraitAnswer: {
            trait: components["schemas"]["PlaceTrait"];
            value: string;
            label: string;
            share: number;
        };
        UnderstoodPart: {
            what: components["schemas"]["What"];
            words: string;
            told: string;
            values: components["schemas"]["UnderstoodValue"][];
            place: components["schemas"]["UnderstoodPlace"] | null;
            without: string;
        };
        UnderstoodPlace: {
            level: components["schemas"]["TerritoryLevel"];
            code: string;
            name: string;
            radius_km: number | null;
        };
        UnderstoodValue: {
            filter: string;
            value: string;
        };
        ValueCount: {
            value: string;
            name: string;
            count: number;
            unknown?: number;
        };
        VerdictAsked: {
            a_id: string;
            b_id: string;
            verdict: "same" | "different";
        };
        VerdictKept: {
            a_id: string;
            b_id: string;
            verdict: components["schemas"]["DuplicateVerdict"];
            decided_on: string;
        };
        VerdictTakenBack: {
            taken_back: boolean;
        };
        Warned: "siret_wrong" | "siret_truncated" | "siret_several" | "siren_wrong" | "siren_several" | "finess_wrong" | "rna_wrong" | "person";
        What: "device" | "trade" | "place" | "number" | "words";
        Why: "id" | "siret" | "siret_and_name" | "finess" | "rna" | "only_site" | "site_there" | "name_and_place" | "name" | "numbers_disagree" | "name_elsewhere" | "name_unlike" | "place_unlike" | "shared_number" | "several_sites" | "other_site" | "other_number" | "several_alike" | "not_sure" | "not_known" | "nothing_told" | "furniture" | "unreadable";
        WhyEmpty: "ended" | "no_position" | "no_tie" | "dismissed" | "filtered" | "nobody";
        WouldChange: {
            fr: string;
            en: string;
            organisation_id: string;
            subject: "need" | "resource" | "sector" | "size" | "legal_family";
            value: string;
            score: number;
        };
        ZoneFeature: {
            type: "Feature";
            properties: components["schemas"]["ZoneProperties"];
            geometry: {
                type: "Polygon" | "MultiPolygon";
                coordinates: unknown[];
            };
        };
        ZoneProperties: {
            code: string;
            name: string;
            departments: string[];
            style: number;
            lon: number;
            lat: number;
        };
        Zoning: {
            kind: components["schemas"]["ZoningKind"];
            code: string;
            name: string;
            vintage: string;
            basis: components["schemas"]["Located"];
        };
        ZoningDrawn: "drawn" | "not_loaded" | "older";
        ZoningKind: "qpv" | "employment_zone" | "living_area" | "attraction_area" | "urban_unit" | "density" | "petites_villes_de_demain" | "villages_avenir" | "action_coeur_de_ville" | "territoires_industrie";
        ZoningOutlines: {
            type: "FeatureCollection";
            edition: string;
            kind: components["schemas"]["ZoningKind"];
            vintage: string | null;
            drawn: components["schemas"]["ZoningDrawn"];
            features: components["schemas"]["ZoneFeature"][];
        };
    };
    responses: {
        MethodNotAllowed: {
            headers: {
                Allow?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    list_organisations: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                order?: "relevance" | "name" | "distance" | "territory" | "vintage";
                group?: "known" | "unknown";
                kind?: ("ess_actor" | "ptce" | "sheltered_supplier" | "cooperation_space" | "territorial_partner")[];
                ess_status?: ("statutory" | "commercial_company" | "outside_public" | "outside_private" | "to_establish")[];
                legal_family?: ("association" | "cooperative" | "mutual" | "foundation" | "commercial" | "public" | "unknown")[];
                legal_form?: ("association" | "foundation" | "endowment_fund" | "mutual" | "mutual_insurer" | "scop" | "scic" | "cae" | "cuma" | "agricultural_coop" | "maritime_coop" | "retailers_coop" | "craft_coop" | "housing_coop" | "bank_coop" | "consumer_coop" | "other_coop" | "commercial_ess" | "commercial" | "public" | "gip" | "other" | "unknown")[];
                device?: ("aci" | "ei" | "ai" | "etti" | "eiti" | "geiq" | "employers_group" | "regie_quartier" | "tzcld" | "esat" | "ea" | "eatt" | "training_body")[];
                place_type?: ("tiers_lieu" | "coworking" | "fablab" | "incubator" | "pepiniere" | "couveuse" | "business_centre" | "ess_house" | "associations_house" | "innovation_space")[];
                partner_type?: ("local_authority" | "grouping" | "ccas" | "chamber" | "network_head" | "higher_education" | "research" | "training" | "business_club" | "landlord" | "enterprise" | "other" | "initiative")[];
                sector?: ("agriculture_food" | "fishing_sea" | "environment_circular" | "repair_reuse" | "green_spaces" | "building_energy" | "industry_craft" | "textile" | "transport_mobility" | "catering" | "cleaning_laundry" | "digital" | "culture_media" | "sport_leisure_tourism" | "health" | "social_care" | "early_childhood" | "personal_services" | "education_training" | "work_integration" | "housing" | "finance_insurance" | "business_services" | "retail" | "unknown")[];
                region?: string[];
                department?: string[];
                epci?: string[];
                commune?: string[];
                located?: ("address" | "commune" | "department" | "region" | "abroad" | "none")[];
                qpv?: ("inside" | "outside" | "unknown")[];
                density?: ("1" | "2" | "3" | "4" | "5" | "6" | "7")[];
                programme?: ("petites_villes_de_demain" | "villages_avenir" | "action_coeur_de_ville" | "territoires_industrie")[];
                employment_zone?: string[];
                living_area?: string[];
                siren?: string[];
                siret?: string[];
                manager?: string[];
                member_of?: string[];
                practice?: string[];
                source?: string[];
                licence?: ("lo" | "odbl" | "cc-by" | "cc-by-sa" | "cc0" | "other" | "lo-repository" | "cc-by-repository" | "mit-repository" | "other-repository" | "not_stated")[];
                quality?: ("complete" | "nearly" | "partial")[];
                missing?: ("located" | "identified" | "activity" | "contact" | "fresh")[];
                near?: string;
                radius_km?: number;
                q?: string;
                bbox?: string;
                edition?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Cache-Control"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationPage"];
                };
            };
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_organisation: {
        parameters: {
            query?: {
                edition?: string;
            };
            header?: never;
            path: {
                organisation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Cache-Control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationSheet"];
                };
            };
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_map: {
        parameters: {
            query?: {
                zoom?: number;
                by?: "cells" | "territories";
                kind?: ("ess_actor" | "ptce" | "sheltered_supplier" | "cooperation_space" | "territorial_partner")[];
                ess_status?: ("statutory" | "commercial_company" | "outside_public" | "outside_private" | "to_establish")[];
                legal_family?: ("association" | "cooperative" | "mutual" | "foundation" | "commercial" | "public" | "unknown")[];
                legal_form?: ("association" | "foundation" | "endowment_fund" | "mutual" | "mutual_insurer" | "scop" | "scic" | "cae" | "cuma" | "agricultural_coop" | "maritime_coop" | "retailers_coop" | "craft_coop" | "housing_coop" | "bank_coop" | "consumer_coop" | "other_coop" | "commercial_ess" | "commercial" | "public" | "gip" | "other" | "unknown")[];
                device?: ("aci" | "ei" | "ai" | "etti" | "eiti" | "geiq" | "employers_group" | "regie_quartier" | "tzcld" | "esat" | "ea" | "eatt" | "training_body")[];
                place_type?: ("tiers_lieu" | "coworking" | "fablab" | "incubator" | "pepiniere" | "couveuse" | "business_centre" | "ess_house" | "associations_house" | "innovation_space")[];
                partner_type?: ("local_authority" | "grouping" | "ccas" | "chamber" | "network_head" | "higher_education" | "research" | "training" | "business_club" | "landlord" | "enterprise" | "other" | "initiative")[];
                sector?: ("agriculture_food" | "fishing_sea" | "environment_circular" | "repair_reuse" | "green_spaces" | "building_energy" | "industry_craft" | "textile" | "transport_mobility" | "catering" | "cleaning_laundry" | "digital" | "culture_media" | "sport_leisure_tourism" | "health" | "social_care" | "early_childhood" | "personal_services" | "education_training" | "work_integration" | "housing" | "finance_insurance" | "business_services" | "retail" | "unknown")[];
                region?: string[];
                department?: string[];
                epci?: string[];
                commune?: string[];
                located?: ("address" | "commune" | "department" | "region" | "abroad" | "none")[];
                qpv?: ("inside" | "outside" | "unknown")[];
                density?: ("1" | "2" | "3" | "4" | "5" | "6" | "7")[];
                programme?: ("petites_villes_de_demain" | "villages_avenir" | "action_coeur_de_ville" | "territoires_industrie")[];
                employment_zone?: string[];
                living_area?: string[];
                siren?: string[];
                siret?: string[];
                manager?: string[];
                member_of?: string[];
                practice?: string[];
                source?: string[];
                licence?: ("lo" | "odbl" | "cc-by" | "cc-by-sa" | "cc0" | "other" | "lo-repository" | "cc-by-repository" | "mit-repository" | "other-repository" | "not_stated")[];
                quality?: ("complete" | "nearly" | "partial")[];
                missing?: ("located" | "identified" | "activity" | "contact" | "fresh")[];
                near?: string;
                radius_km?: number;
                q?: string;
                bbox?: string;
                edition?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Cache-Control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["MapFeatures"];
                };
            };
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_facets: {
        parameters: {
            query?: {
                kind?: ("ess_actor" | "ptce" | "sheltered_supplier" | "cooperation_space" | "territorial_partner")[];
                ess_status?: ("statutory" | "commercial_company" | "outside_public" | "outside_private" | "to_establish")[];
                legal_family?: ("association" | "cooperative" | "mutual" | "foundation" | "commercial" | "public" | "unknown")[];
                legal_form?: ("association" | "foundation" | "endowment_fund" | "mutual" | "mutual_insurer" | "scop" | "scic" | "cae" | "cuma" | "agricultural_coop" | "maritime_coop" | "retailers_coop" | "craft_coop" | "housing_coop" | "bank_coop" | "consumer_coop" | "other_coop" | "commercial_ess" | "commercial" | "public" | "gip" | "other" | "unknown")[];
                device?: ("aci" | "ei" | "ai" | "etti" | "eiti" | "geiq" | "employers_group" | "regie_quartier" | "tzcld" | "esat" | "ea" | "eatt" | "training_body")[];
                place_type?: ("tiers_lieu" | "coworking" | "fablab" | "incubator" | "pepiniere" | "couveuse" | "business_centre" | "ess_house" | "associations_house" | "innovation_space")[];
                partner_type?: ("local_authority" | "grouping" | "ccas" | "chamber" | "network_head" | "higher_education" | "research" | "training" | "business_club" | "landlord" | "enterprise" | "other" | "initiative")[];
                sector?: ("agriculture_food" | "fishing_sea" | "environment_circular" | "repair_reuse" | "green_spaces" | "building_energy" | "industry_craft" | "textile" | "transport_mobility" | "catering" | "cleaning_laundry" | "digital" | "culture_media" | "sport_leisure_tourism" | "health" | "social_care" | "early_childhood" | "personal_services" | "education_training" | "work_integration" | "housing" | "finance_insurance" | "business_services" | "retail" | "unknown")[];
                region?: string[];
                department?: string[];
                epci?: string[];
                commune?: string[];
                located?: ("address" | "commune" | "department" | "region" | "abroad" | "none")[];
                qpv?: ("inside" | "outside" | "unknown")[];
                density?: ("1" | "2" | "3" | "4" | "5" | "6" | "7")[];
                programme?: ("petites_villes_de_demain" | "villages_avenir" | "action_coeur_de_ville" | "territoires_industrie")[];
                employment_zone?: string[];
                living_area?: string[];
                siren?: string[];
                siret?: string[];
                manager?: string[];
                member_of?: string[];
                practice?: string[];
                source?: string[];
                licence?: ("lo" | "odbl" | "cc-by" | "cc-by-sa" | "cc0" | "other" | "lo-repository" | "cc-by-repository" | "mit-repository" | "other-repository" | "not_stated")[];
                quality?: ("complete" | "nearly" | "partial")[];
                missing?: ("located" | "identified" | "activity" | "contact" | "fresh")[];
                near?: string;
                radius_km?: number;
                q?: string;
                bbox?: string;
                edition?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Cache-Control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Facets"];
                };
            };
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    follow_lines: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinesAsked"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowedLines"];
                };
            };
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_selection_ids: {
        parameters: {
            query?: {
                limit?: number;
                order?: "relevance" | "name" | "distance" | "territory" | "vintage";
                kind?: ("ess_actor" | "ptce" | "sheltered_supplier" | "cooperation_space" | "territorial_partner")[];
                ess_status?: ("statutory" | "commercial_company" | "outside_public" | "outside_private" | "to_establish")[];
                legal_family?: ("association" | "cooperative" | "mutual" | "foundation" | "commercial" | "public" | "unknown")[];
                legal_form?: ("association" | "foundation" | "endowment_fund" | "mutual" | "mutual_insurer" | "scop" | "scic" | "cae" | "cuma" | "agricultural_coop" | "maritime_coop" | "retailers_coop" | "craft_coop" | "housing_coop" | "bank_coop" | "consumer_coop" | "other_coop" | "commercial_ess" | "commercial" | "public" | "gip" | "other" | "unknown")[];
                device?: ("aci" | "ei" | "ai" | "etti" | "eiti" | "geiq" | "employers_group" | "regie_quartier" | "tzcld" | "esat" | "ea" | "eatt" | "training_body")[];
                place_type?: ("tiers_lieu" | "coworking" | "fablab" | "incubator" | "pepiniere" | "couveuse" | "business_centre" | "ess_house" | "associations_house" | "innovation_space")[];
                partner_type?: ("local_authority" | "grouping" | "ccas" | "chamber" | "network_head" | "higher_education" | "research" | "training" | "business_club" | "landlord" | "enterprise" | "other" | "initiative")[];
                sector?: ("agriculture_food" | "fishing_sea" | "environment_circular" | "repair_reuse" | "green_spaces" | "building_energy" | "industry_craft" | "textile" | "transport_mobility" | "catering" | "cleaning_laundry" | "digital" | "culture_media" | "sport_leisure_tourism" | "health" | "social_care" | "early_childhood" | "personal_services" | "education_training" | "work_integration" | "housing" | "finance_insurance" | "business_services" | "retail" | "unknown")[];
                region?: string[];
                department?: string[];
                epci?: string[];
                commune?: string[];
                located?: ("address" | "commune" | "department" | "region" | "abroad" | "none")[];
                qpv?: ("inside" | "outside" | "unknown")[];
                density?: ("1" | "2" | "3" | "4" | "5" | "6" | "7")[];
                programme?: ("petites_villes_de_demain" | "villages_avenir" | "action_coeur_de_ville" | "territoires_industrie")[];
                employment_zone?: string[];
                living_area?: string[];
                siren?: string[];
                siret?: string[];
                manager?: string[];
                member_of?: string[];
                practice?: string[];
                source?: string[];
                licence?: ("lo" | "odbl" | "cc-by" | "cc-by-sa" | "cc0" | "other" | "lo-repository" | "cc-by-repository" | "mit-repository" | "other-repository" | "not_stated")[];
                quality?: ("complete" | "nearly" | "partial")[];
                missing?: ("located" | "identified" | "activity" | "contact" | "fresh")[];
                near?: string;
                radius_km?: number;
                q?: string;
                bbox?: string;
                edition?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Cache-Control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SelectionIds"];
                };
            };
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    match_list: {
        parameters: {
            query?: {
                candidates?: "likely" | "all";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    file: string;
                    sheet?: string;
                    columns?: string;
                };
                "application/json": {
                    rows: {
                        [key: string]: string | number | boolean | null;
                    }[];
                    lines?: number[];
                    columns?: {
                        [key: string]: string;
                    };
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatchedList"];
                };
            };
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    file: string;
                    sheet?: string;
                    columns?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListRead"];
                };
            };
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_list_additions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FoundAsked"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAdditions"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    search_territories: {
        parameters: {
            query?: {
                q?: string;
                limit?: number;
                edition?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Cache-Control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Suggestions"];
                };
            };
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_territory: {
        parameters: {
            query?: {
                edition?: string;
            };
            header?: never;
            path: {
                level: "region" | "department" | "epci" | "commune";
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Cache-Control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TerritoryAnswer"];
                };
            };
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_outlines: {
        parameters: {
            query?: {
                edition?: string;
            };
            header?: never;
            path: {
                level: "region" | "department";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Cache-Control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["Outlines"];
                };
            };
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_zoning: {
        parameters: {
            query?: {
                edition?: string;
            };
            header?: never;
            path: {
                kind: "qpv" | "employment_zone" | "living_area" | "attraction_area" | "urban_unit" | "density" | "petites_villes_de_demain" | "villages_avenir" | "action_coeur_de_ville" | "territoires_industrie";
                department: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Cache-Control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["ZoningOutlines"];
                };
            };
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_portrait: {
        parameters: {
            query?: {
                alike?: string;
                name?: string;
                edition?: string;
            };
            header?: never;
            path: {
                level: "region" | "department" | "epci" | "commune" | "employment_zone" | "living_area" | "group";
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Cache-Control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortraitAnswer"];
                };
            };
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_alike: {
        parameters: {
            query?: {
                alike?: string;
                name?: string;
                edition?: string;
            };
            header?: never;
            path: {
                level: "region" | "department" | "epci" | "commune" | "employment_zone" | "living_area" | "group";
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Cache-Control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlikeAnswer"];
                };
            };
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_gaps: {
        parameters: {
            query?: {
                name?: string;
                edition?: string;
            };
            header?: never;
            path: {
                level: "region" | "department" | "epci" | "commune" | "employment_zone" | "living_area" | "group";
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Cache-Control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GapsAnswer"];
                };
            };
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_reach: {
        parameters: {
            query?: {
                name?: string;
                edition?: string;
            };
            header?: never;
            path: {
                level: "region" | "department" | "epci" | "commune" | "employment_zone" | "living_area" | "group";
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Cache-Control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReachAnswer"];
                };
            };
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_territory_leads: {
        parameters: {
            query?: {
                pooling?: ("premises_and_land" | "equipment" | "production_tools" | "logistics" | "mobility" | "purchasing" | "shared_jobs" | "insertion_pathways" | "support_functions" | "digital_tools" | "training" | "project_engineering" | "sector_coordination" | "joint_offer" | "joint_bids" | "joint_venture" | "funding" | "communication_events" | "staff_services" | "materials_reuse" | "energy_transition" | "peer_exchange" | "research_innovation" | "local_supply")[];
                limit?: number;
                page?: number;
                trade?: "known" | "unknown";
                phone?: "known" | "unknown";
                tie?: "linked" | "same_group" | "same_epci";
                name?: string;
                edition?: string;
            };
            header?: never;
            path: {
                level: "region" | "department" | "epci" | "commune" | "employment_zone" | "living_area" | "group";
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Partnerships"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_note: {
        parameters: {
            query?: {
                alike?: string;
                name?: string;
                lang?: "fr" | "en";
                edition?: string;
            };
            header?: never;
            path: {
                level: "region" | "department" | "epci" | "commune" | "employment_zone" | "living_area" | "group";
                code: string;
                extension: "docx" | "pdf" | "xlsx";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_review_sheet: {
        parameters: {
            query?: {
                alike?: string;
                name?: string;
                lang?: "fr" | "en";
                edition?: string;
            };
            header?: never;
            path: {
                level: "region" | "department" | "epci" | "commune" | "employment_zone" | "living_area" | "group";
                code: string;
                extension: "docx" | "pdf";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                    "application/pdf": string;
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_coverage: {
        parameters: {
            query?: {
                by?: "edition" | "region" | "department" | "epci";
                edition?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Cache-Control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoverageAnswer"];
                };
            };
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_coverage_map: {
        parameters: {
            query?: {
                kind?: "all" | "ess_actor" | "ptce" | "sheltered_supplier" | "cooperation_space" | "territorial_partner";
                edition?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Cache-Control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "image/svg+xml": string;
                };
            };
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_current_edition: {
        parameters: {
            query?: {
                edition?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Cache-Control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditionAnswer"];
                };
            };
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthAnswer"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_readiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadyAnswer"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_selection: {
        parameters: {
            query?: {
                order?: "relevance" | "name" | "distance" | "territory" | "vintage";
                rows?: "site" | "person";
                columns?: string;
                kind?: ("ess_actor" | "ptce" | "sheltered_supplier" | "cooperation_space" | "territorial_partner")[];
                ess_status?: ("statutory" | "commercial_company" | "outside_public" | "outside_private" | "to_establish")[];
                legal_family?: ("association" | "cooperative" | "mutual" | "foundation" | "commercial" | "public" | "unknown")[];
                legal_form?: ("association" | "foundation" | "endowment_fund" | "mutual" | "mutual_insurer" | "scop" | "scic" | "cae" | "cuma" | "agricultural_coop" | "maritime_coop" | "retailers_coop" | "craft_coop" | "housing_coop" | "bank_coop" | "consumer_coop" | "other_coop" | "commercial_ess" | "commercial" | "public" | "gip" | "other" | "unknown")[];
                device?: ("aci" | "ei" | "ai" | "etti" | "eiti" | "geiq" | "employers_group" | "regie_quartier" | "tzcld" | "esat" | "ea" | "eatt" | "training_body")[];
                place_type?: ("tiers_lieu" | "coworking" | "fablab" | "incubator" | "pepiniere" | "couveuse" | "business_centre" | "ess_house" | "associations_house" | "innovation_space")[];
                partner_type?: ("local_authority" | "grouping" | "ccas" | "chamber" | "network_head" | "higher_education" | "research" | "training" | "business_club" | "landlord" | "enterprise" | "other" | "initiative")[];
                sector?: ("agriculture_food" | "fishing_sea" | "environment_circular" | "repair_reuse" | "green_spaces" | "building_energy" | "industry_craft" | "textile" | "transport_mobility" | "catering" | "cleaning_laundry" | "digital" | "culture_media" | "sport_leisure_tourism" | "health" | "social_care" | "early_childhood" | "personal_services" | "education_training" | "work_integration" | "housing" | "finance_insurance" | "business_services" | "retail" | "unknown")[];
                region?: string[];
                department?: string[];
                epci?: string[];
                commune?: string[];
                located?: ("address" | "commune" | "department" | "region" | "abroad" | "none")[];
                qpv?: ("inside" | "outside" | "unknown")[];
                density?: ("1" | "2" | "3" | "4" | "5" | "6" | "7")[];
                programme?: ("petites_villes_de_demain" | "villages_avenir" | "action_coeur_de_ville" | "territoires_industrie")[];
                employment_zone?: string[];
                living_area?: string[];
                siren?: string[];
                siret?: string[];
                manager?: string[];
                member_of?: string[];
                practice?: string[];
                source?: string[];
                licence?: ("lo" | "odbl" | "cc-by" | "cc-by-sa" | "cc0" | "other" | "lo-repository" | "cc-by-repository" | "mit-repository" | "other-repository" | "not_stated")[];
                quality?: ("complete" | "nearly" | "partial")[];
                missing?: ("located" | "identified" | "activity" | "contact" | "fresh")[];
                near?: string;
                radius_km?: number;
                q?: string;
                bbox?: string;
                edition?: string;
                lang?: "fr" | "en";
            };
            header?: never;
            path: {
                extension: "xlsx" | "pdf" | "docx" | "csv" | "ods" | "html" | "geojson" | "gpkg" | "kml" | "vcf";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                    "text/csv": string;
                    "application/vnd.oasis.opendocument.spreadsheet": string;
                    "text/html": string;
                    "application/geo+json": Record<string, never>;
                    "application/geopackage+sqlite3": string;
                    "application/vnd.google-earth.kml+xml": string;
                    "text/vcard": string;
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_partners: {
        parameters: {
            query?: {
                columns?: string;
                for?: string;
                commune?: string;
                near?: string;
                radius_km?: number;
                pooling?: ("premises_and_land" | "equipment" | "production_tools" | "logistics" | "mobility" | "purchasing" | "shared_jobs" | "insertion_pathways" | "support_functions" | "digital_tools" | "training" | "project_engineering" | "sector_coordination" | "joint_offer" | "joint_bids" | "joint_venture" | "funding" | "communication_events" | "staff_services" | "materials_reuse" | "energy_transition" | "peer_exchange" | "research_innovation" | "local_supply")[];
                practice?: string[];
                kind?: ("ess_actor" | "ptce" | "sheltered_supplier" | "cooperation_space" | "territorial_partner")[];
                trade?: "known" | "unknown";
                phone?: "known" | "unknown";
                tie?: "linked" | "same_group" | "same_epci";
                limit?: number;
                edition?: string;
                lang?: "fr" | "en";
            };
            header?: never;
            path: {
                extension: "xlsx" | "pdf" | "docx" | "csv" | "ods" | "html" | "geojson" | "gpkg" | "kml" | "vcf";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                    "text/csv": string;
                    "application/vnd.oasis.opendocument.spreadsheet": string;
                    "text/html": string;
                    "application/geo+json": Record<string, never>;
                    "application/geopackage+sqlite3": string;
                    "application/vnd.google-earth.kml+xml": string;
                    "text/vcard": string;
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_list: {
        parameters: {
            query?: {
                columns?: string;
                lang?: "fr" | "en";
            };
            header?: never;
            path: {
                extension: "xlsx" | "pdf" | "docx" | "csv" | "ods" | "html" | "geojson" | "gpkg" | "kml" | "vcf";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChosenListAsked"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                    "text/csv": string;
                    "application/vnd.oasis.opendocument.spreadsheet": string;
                    "text/html": string;
                    "application/geo+json": Record<string, never>;
                    "application/geopackage+sqlite3": string;
                    "application/vnd.google-earth.kml+xml": string;
                    "text/vcard": string;
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    describe_selection_export: {
        parameters: {
            query?: {
                order?: "relevance" | "name" | "distance" | "territory" | "vintage";
                kind?: ("ess_actor" | "ptce" | "sheltered_supplier" | "cooperation_space" | "territorial_partner")[];
                ess_status?: ("statutory" | "commercial_company" | "outside_public" | "outside_private" | "to_establish")[];
                legal_family?: ("association" | "cooperative" | "mutual" | "foundation" | "commercial" | "public" | "unknown")[];
                legal_form?: ("association" | "foundation" | "endowment_fund" | "mutual" | "mutual_insurer" | "scop" | "scic" | "cae" | "cuma" | "agricultural_coop" | "maritime_coop" | "retailers_coop" | "craft_coop" | "housing_coop" | "bank_coop" | "consumer_coop" | "other_coop" | "commercial_ess" | "commercial" | "public" | "gip" | "other" | "unknown")[];
                device?: ("aci" | "ei" | "ai" | "etti" | "eiti" | "geiq" | "employers_group" | "regie_quartier" | "tzcld" | "esat" | "ea" | "eatt" | "training_body")[];
                place_type?: ("tiers_lieu" | "coworking" | "fablab" | "incubator" | "pepiniere" | "couveuse" | "business_centre" | "ess_house" | "associations_house" | "innovation_space")[];
                partner_type?: ("local_authority" | "grouping" | "ccas" | "chamber" | "network_head" | "higher_education" | "research" | "training" | "business_club" | "landlord" | "enterprise" | "other" | "initiative")[];
                sector?: ("agriculture_food" | "fishing_sea" | "environment_circular" | "repair_reuse" | "green_spaces" | "building_energy" | "industry_craft" | "textile" | "transport_mobility" | "catering" | "cleaning_laundry" | "digital" | "culture_media" | "sport_leisure_tourism" | "health" | "social_care" | "early_childhood" | "personal_services" | "education_training" | "work_integration" | "housing" | "finance_insurance" | "business_services" | "retail" | "unknown")[];
                region?: string[];
                department?: string[];
                epci?: string[];
                commune?: string[];
                located?: ("address" | "commune" | "department" | "region" | "abroad" | "none")[];
                qpv?: ("inside" | "outside" | "unknown")[];
                density?: ("1" | "2" | "3" | "4" | "5" | "6" | "7")[];
                programme?: ("petites_villes_de_demain" | "villages_avenir" | "action_coeur_de_ville" | "territoires_industrie")[];
                employment_zone?: string[];
                living_area?: string[];
                siren?: string[];
                siret?: string[];
                manager?: string[];
                member_of?: string[];
                practice?: string[];
                source?: string[];
                licence?: ("lo" | "odbl" | "cc-by" | "cc-by-sa" | "cc0" | "other" | "lo-repository" | "cc-by-repository" | "mit-repository" | "other-repository" | "not_stated")[];
                quality?: ("complete" | "nearly" | "partial")[];
                missing?: ("located" | "identified" | "activity" | "contact" | "fresh")[];
                near?: string;
                radius_km?: number;
                q?: string;
                bbox?: string;
                edition?: string;
                lang?: "fr" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportAbout"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    describe_partners_export: {
        parameters: {
            query?: {
                for?: string;
                commune?: string;
                near?: string;
                radius_km?: number;
                pooling?: ("premises_and_land" | "equipment" | "production_tools" | "logistics" | "mobility" | "purchasing" | "shared_jobs" | "insertion_pathways" | "support_functions" | "digital_tools" | "training" | "project_engineering" | "sector_coordination" | "joint_offer" | "joint_bids" | "joint_venture" | "funding" | "communication_events" | "staff_services" | "materials_reuse" | "energy_transition" | "peer_exchange" | "research_innovation" | "local_supply")[];
                practice?: string[];
                kind?: ("ess_actor" | "ptce" | "sheltered_supplier" | "cooperation_space" | "territorial_partner")[];
                trade?: "known" | "unknown";
                phone?: "known" | "unknown";
                tie?: "linked" | "same_group" | "same_epci";
                limit?: number;
                edition?: string;
                lang?: "fr" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportAbout"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    describe_list_export: {
        parameters: {
            query?: {
                lang?: "fr" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChosenListAsked"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportAbout"];
                };
            };
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_practices: {
        parameters: {
            query?: {
                theme?: ("1" | "2" | "3" | "4" | "5" | "6" | "7" | "8")[];
                family?: ("association" | "cooperative" | "mutual" | "foundation" | "commercial" | "public" | "unknown")[];
                pooling?: ("premises_and_land" | "equipment" | "production_tools" | "logistics" | "mobility" | "purchasing" | "shared_jobs" | "insertion_pathways" | "support_functions" | "digital_tools" | "training" | "project_engineering" | "sector_coordination" | "joint_offer" | "joint_bids" | "joint_venture" | "funding" | "communication_events" | "staff_services" | "materials_reuse" | "energy_transition" | "peer_exchange" | "research_innovation" | "local_supply")[];
                q?: string;
                edition?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Cache-Control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PracticeCatalogueAnswer"];
                };
            };
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_practice: {
        parameters: {
            query?: {
                edition?: string;
            };
            header?: never;
            path: {
                practice_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Cache-Control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PracticeAnswer"] | components["schemas"]["ResourceAnswer"];
                };
            };
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_organisation_practices: {
        parameters: {
            query?: {
                edition?: string;
            };
            header?: never;
            path: {
                organisation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Cache-Control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationPractices"];
                };
            };
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_profile_practices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    kind?: "ess_actor" | "ptce" | "sheltered_supplier" | "cooperation_space" | "territorial_partner";
                    legal_form?: "association" | "foundation" | "endowment_fund" | "mutual" | "mutual_insurer" | "scop" | "scic" | "cae" | "cuma" | "agricultural_coop" | "maritime_coop" | "retailers_coop" | "craft_coop" | "housing_coop" | "bank_coop" | "consumer_coop" | "other_coop" | "commercial_ess" | "commercial" | "public" | "gip" | "other" | "unknown";
                    size_band?: "none" | "micro" | "small" | "medium" | "large" | "unknown";
                    scope?: "local" | "departmental" | "regional" | "national";
                    devices?: ("aci" | "ei" | "ai" | "etti" | "eiti" | "geiq" | "employers_group" | "regie_quartier" | "tzcld" | "esat" | "ea" | "eatt" | "training_body")[];
                    place_types?: ("tiers_lieu" | "coworking" | "fablab" | "incubator" | "pepiniere" | "couveuse" | "business_centre" | "ess_house" | "associations_house" | "innovation_space")[];
                    sectors?: ("agriculture_food" | "fishing_sea" | "environment_circular" | "repair_reuse" | "green_spaces" | "building_energy" | "industry_craft" | "textile" | "transport_mobility" | "catering" | "cleaning_laundry" | "digital" | "culture_media" | "sport_leisure_tourism" | "health" | "social_care" | "early_childhood" | "personal_services" | "education_training" | "work_integration" | "housing" | "finance_insurance" | "business_services" | "retail")[];
                    audiences?: ("disabled" | "youth" | "seniors" | "jobseekers" | "families" | "residents" | "patients" | "carers" | "farmers_fishers" | "entrepreneurs" | "customers")[];
                    traits?: ("members" | "employees" | "volunteers" | "elected_board" | "federation" | "multi_site" | "shareholders" | "funds_projects" | "works_with_local_authorities" | "environmental")[];
                    commune?: string;
                } | {
                    kind?: "ess_actor" | "ptce" | "sheltered_supplier" | "cooperation_space" | "territorial_partner";
                    legal_form?: "association" | "foundation" | "endowment_fund" | "mutual" | "mutual_insurer" | "scop" | "scic" | "cae" | "cuma" | "agricultural_coop" | "maritime_coop" | "retailers_coop" | "craft_coop" | "housing_coop" | "bank_coop" | "consumer_coop" | "other_coop" | "commercial_ess" | "commercial" | "public" | "gip" | "other" | "unknown";
                    size_band?: "none" | "micro" | "small" | "medium" | "large" | "unknown";
                    scope?: "local" | "departmental" | "regional" | "national";
                    devices?: ("aci" | "ei" | "ai" | "etti" | "eiti" | "geiq" | "employers_group" | "regie_quartier" | "tzcld" | "esat" | "ea" | "eatt" | "training_body")[];
                    place_types?: ("tiers_lieu" | "coworking" | "fablab" | "incubator" | "pepiniere" | "couveuse" | "business_centre" | "ess_house" | "associations_house" | "innovation_space")[];
                    sectors?: ("agriculture_food" | "fishing_sea" | "environment_circular" | "repair_reuse" | "green_spaces" | "building_energy" | "industry_craft" | "textile" | "transport_mobility" | "catering" | "cleaning_laundry" | "digital" | "culture_media" | "sport_leisure_tourism" | "health" | "social_care" | "early_childhood" | "personal_services" | "education_training" | "work_integration" | "housing" | "finance_insurance" | "business_services" | "retail")[];
                    audiences?: ("disabled" | "youth" | "seniors" | "jobseekers" | "families" | "residents" | "patients" | "carers" | "farmers_fishers" | "entrepreneurs" | "customers")[];
                    traits?: ("members" | "employees" | "volunteers" | "elected_board" | "federation" | "multi_site" | "shareholders" | "funds_projects" | "works_with_local_authorities" | "environmental")[];
                    commune?: string;
                }[];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PracticeLinks"] | components["schemas"]["PracticeLinks"][];
                };
            };
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    check_ptce_group: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupAsked"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupCheck"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    write_ptce_dossier: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                extension: "csv" | "html" | "pdf" | "docx";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DossierAsked"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "text/html": string;
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_dismissals: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dismissals"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dismiss_pair: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DismissalAsked"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DismissalKept"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restore_pair: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DismissalAsked"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DismissalRestored"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    download_dismissals: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_group_words: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupWordList"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    say_group: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupWordAsked"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupWordKept"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unsay_group: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupWordAsked"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupWordTakenBack"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_organisation_partners: {
        parameters: {
            query?: {
                pooling?: ("premises_and_land" | "equipment" | "production_tools" | "logistics" | "mobility" | "purchasing" | "shared_jobs" | "insertion_pathways" | "support_functions" | "digital_tools" | "training" | "project_engineering" | "sector_coordination" | "joint_offer" | "joint_bids" | "joint_venture" | "funding" | "communication_events" | "staff_services" | "materials_reuse" | "energy_transition" | "peer_exchange" | "research_innovation" | "local_supply")[];
                radius_km?: number;
                limit?: number;
                page?: number;
                kind?: ("ess_actor" | "ptce" | "sheltered_supplier" | "cooperation_space" | "territorial_partner")[];
                trade?: "known" | "unknown";
                phone?: "known" | "unknown";
                tie?: "linked" | "same_group" | "same_epci";
            };
            header?: never;
            path: {
                organisation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationPartners"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_organisation_groups: {
        parameters: {
            query: {
                pooling: "premises_and_land" | "equipment" | "production_tools" | "logistics" | "mobility" | "purchasing" | "shared_jobs" | "insertion_pathways" | "support_functions" | "digital_tools" | "training" | "project_engineering" | "sector_coordination" | "joint_offer" | "joint_bids" | "joint_venture" | "funding" | "communication_events" | "staff_services" | "materials_reuse" | "energy_transition" | "peer_exchange" | "research_innovation" | "local_supply";
                radius_km?: number;
            };
            header?: never;
            path: {
                organisation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposedGroups"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_partnerships: {
        parameters: {
            query?: {
                pooling?: ("premises_and_land" | "equipment" | "production_tools" | "logistics" | "mobility" | "purchasing" | "shared_jobs" | "insertion_pathways" | "support_functions" | "digital_tools" | "training" | "project_engineering" | "sector_coordination" | "joint_offer" | "joint_bids" | "joint_venture" | "funding" | "communication_events" | "staff_services" | "materials_reuse" | "energy_transition" | "peer_exchange" | "research_innovation" | "local_supply")[];
                limit?: number;
                page?: number;
                kind?: ("ess_actor" | "ptce" | "sheltered_supplier" | "cooperation_space" | "territorial_partner")[];
                ess_status?: ("statutory" | "commercial_company" | "outside_public" | "outside_private" | "to_establish")[];
                legal_family?: ("association" | "cooperative" | "mutual" | "foundation" | "commercial" | "public" | "unknown")[];
                legal_form?: ("association" | "foundation" | "endowment_fund" | "mutual" | "mutual_insurer" | "scop" | "scic" | "cae" | "cuma" | "agricultural_coop" | "maritime_coop" | "retailers_coop" | "craft_coop" | "housing_coop" | "bank_coop" | "consumer_coop" | "other_coop" | "commercial_ess" | "commercial" | "public" | "gip" | "other" | "unknown")[];
                device?: ("aci" | "ei" | "ai" | "etti" | "eiti" | "geiq" | "employers_group" | "regie_quartier" | "tzcld" | "esat" | "ea" | "eatt" | "training_body")[];
                place_type?: ("tiers_lieu" | "coworking" | "fablab" | "incubator" | "pepiniere" | "couveuse" | "business_centre" | "ess_house" | "associations_house" | "innovation_space")[];
                partner_type?: ("local_authority" | "grouping" | "ccas" | "chamber" | "network_head" | "higher_education" | "research" | "training" | "business_club" | "landlord" | "enterprise" | "other" | "initiative")[];
                sector?: ("agriculture_food" | "fishing_sea" | "environment_circular" | "repair_reuse" | "green_spaces" | "building_energy" | "industry_craft" | "textile" | "transport_mobility" | "catering" | "cleaning_laundry" | "digital" | "culture_media" | "sport_leisure_tourism" | "health" | "social_care" | "early_childhood" | "personal_services" | "education_training" | "work_integration" | "housing" | "finance_insurance" | "business_services" | "retail" | "unknown")[];
                region?: string[];
                department?: string[];
                epci?: string[];
                commune?: string[];
                located?: ("address" | "commune" | "department" | "region" | "abroad" | "none")[];
                qpv?: ("inside" | "outside" | "unknown")[];
                density?: ("1" | "2" | "3" | "4" | "5" | "6" | "7")[];
                programme?: ("petites_villes_de_demain" | "villages_avenir" | "action_coeur_de_ville" | "territoires_industrie")[];
                employment_zone?: string[];
                living_area?: string[];
                siren?: string[];
                siret?: string[];
                manager?: string[];
                member_of?: string[];
                practice?: string[];
                source?: string[];
                licence?: ("lo" | "odbl" | "cc-by" | "cc-by-sa" | "cc0" | "other" | "lo-repository" | "cc-by-repository" | "mit-repository" | "other-repository" | "not_stated")[];
                quality?: ("complete" | "nearly" | "partial")[];
                missing?: ("located" | "identified" | "activity" | "contact" | "fresh")[];
                near?: string;
                radius_km?: number;
                q?: string;
                bbox?: string;
                trade?: "known" | "unknown";
                phone?: "known" | "unknown";
                tie?: "linked" | "same_group" | "same_epci";
                edition?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Partnerships"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_network: {
        parameters: {
            query?: {
                pooling?: ("premises_and_land" | "equipment" | "production_tools" | "logistics" | "mobility" | "purchasing" | "shared_jobs" | "insertion_pathways" | "support_functions" | "digital_tools" | "training" | "project_engineering" | "sector_coordination" | "joint_offer" | "joint_bids" | "joint_venture" | "funding" | "communication_events" | "staff_services" | "materials_reuse" | "energy_transition" | "peer_exchange" | "research_innovation" | "local_supply")[];
                kind?: ("ess_actor" | "ptce" | "sheltered_supplier" | "cooperation_space" | "territorial_partner")[];
                ess_status?: ("statutory" | "commercial_company" | "outside_public" | "outside_private" | "to_establish")[];
                legal_family?: ("association" | "cooperative" | "mutual" | "foundation" | "commercial" | "public" | "unknown")[];
                legal_form?: ("association" | "foundation" | "endowment_fund" | "mutual" | "mutual_insurer" | "scop" | "scic" | "cae" | "cuma" | "agricultural_coop" | "maritime_coop" | "retailers_coop" | "craft_coop" | "housing_coop" | "bank_coop" | "consumer_coop" | "other_coop" | "commercial_ess" | "commercial" | "public" | "gip" | "other" | "unknown")[];
                device?: ("aci" | "ei" | "ai" | "etti" | "eiti" | "geiq" | "employers_group" | "regie_quartier" | "tzcld" | "esat" | "ea" | "eatt" | "training_body")[];
                place_type?: ("tiers_lieu" | "coworking" | "fablab" | "incubator" | "pepiniere" | "couveuse" | "business_centre" | "ess_house" | "associations_house" | "innovation_space")[];
                partner_type?: ("local_authority" | "grouping" | "ccas" | "chamber" | "network_head" | "higher_education" | "research" | "training" | "business_club" | "landlord" | "enterprise" | "other" | "initiative")[];
                sector?: ("agriculture_food" | "fishing_sea" | "environment_circular" | "repair_reuse" | "green_spaces" | "building_energy" | "industry_craft" | "textile" | "transport_mobility" | "catering" | "cleaning_laundry" | "digital" | "culture_media" | "sport_leisure_tourism" | "health" | "social_care" | "early_childhood" | "personal_services" | "education_training" | "work_integration" | "housing" | "finance_insurance" | "business_services" | "retail" | "unknown")[];
                region?: string[];
                department?: string[];
                epci?: string[];
                commune?: string[];
                located?: ("address" | "commune" | "department" | "region" | "abroad" | "none")[];
                qpv?: ("inside" | "outside" | "unknown")[];
                density?: ("1" | "2" | "3" | "4" | "5" | "6" | "7")[];
                programme?: ("petites_villes_de_demain" | "villages_avenir" | "action_coeur_de_ville" | "territoires_industrie")[];
                employment_zone?: string[];
                living_area?: string[];
                siren?: string[];
                siret?: string[];
                manager?: string[];
                member_of?: string[];
                practice?: string[];
                source?: string[];
                licence?: ("lo" | "odbl" | "cc-by" | "cc-by-sa" | "cc0" | "other" | "lo-repository" | "cc-by-repository" | "mit-repository" | "other-repository" | "not_stated")[];
                quality?: ("complete" | "nearly" | "partial")[];
                missing?: ("located" | "identified" | "activity" | "contact" | "fresh")[];
                near?: string;
                radius_km?: number;
                q?: string;
                bbox?: string;
                trade?: "known" | "unknown";
                phone?: "known" | "unknown";
                tie?: "linked" | "same_group" | "same_epci";
                lang?: "fr" | "en";
                edition?: string;
            };
            header?: never;
            path: {
                extension: "csv" | "xlsx" | "graphml" | "svg" | "png";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "application/graphml+xml": string;
                    "image/svg+xml": string;
                    "image/png": string;
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_groups: {
        parameters: {
            query: {
                pooling: "premises_and_land" | "equipment" | "production_tools" | "logistics" | "mobility" | "purchasing" | "shared_jobs" | "insertion_pathways" | "support_functions" | "digital_tools" | "training" | "project_engineering" | "sector_coordination" | "joint_offer" | "joint_bids" | "joint_venture" | "funding" | "communication_events" | "staff_services" | "materials_reuse" | "energy_transition" | "peer_exchange" | "research_innovation" | "local_supply";
                kind?: ("ess_actor" | "ptce" | "sheltered_supplier" | "cooperation_space" | "territorial_partner")[];
                ess_status?: ("statutory" | "commercial_company" | "outside_public" | "outside_private" | "to_establish")[];
                legal_family?: ("association" | "cooperative" | "mutual" | "foundation" | "commercial" | "public" | "unknown")[];
                legal_form?: ("association" | "foundation" | "endowment_fund" | "mutual" | "mutual_insurer" | "scop" | "scic" | "cae" | "cuma" | "agricultural_coop" | "maritime_coop" | "retailers_coop" | "craft_coop" | "housing_coop" | "bank_coop" | "consumer_coop" | "other_coop" | "commercial_ess" | "commercial" | "public" | "gip" | "other" | "unknown")[];
                device?: ("aci" | "ei" | "ai" | "etti" | "eiti" | "geiq" | "employers_group" | "regie_quartier" | "tzcld" | "esat" | "ea" | "eatt" | "training_body")[];
                place_type?: ("tiers_lieu" | "coworking" | "fablab" | "incubator" | "pepiniere" | "couveuse" | "business_centre" | "ess_house" | "associations_house" | "innovation_space")[];
                partner_type?: ("local_authority" | "grouping" | "ccas" | "chamber" | "network_head" | "higher_education" | "research" | "training" | "business_club" | "landlord" | "enterprise" | "other" | "initiative")[];
                sector?: ("agriculture_food" | "fishing_sea" | "environment_circular" | "repair_reuse" | "green_spaces" | "building_energy" | "industry_craft" | "textile" | "transport_mobility" | "catering" | "cleaning_laundry" | "digital" | "culture_media" | "sport_leisure_tourism" | "health" | "social_care" | "early_childhood" | "personal_services" | "education_training" | "work_integration" | "housing" | "finance_insurance" | "business_services" | "retail" | "unknown")[];
                region?: string[];
                department?: string[];
                epci?: string[];
                commune?: string[];
                located?: ("address" | "commune" | "department" | "region" | "abroad" | "none")[];
                qpv?: ("inside" | "outside" | "unknown")[];
                density?: ("1" | "2" | "3" | "4" | "5" | "6" | "7")[];
                programme?: ("petites_villes_de_demain" | "villages_avenir" | "action_coeur_de_ville" | "territoires_industrie")[];
                employment_zone?: string[];
                living_area?: string[];
                siren?: string[];
                siret?: string[];
                manager?: string[];
                member_of?: string[];
                practice?: string[];
                source?: string[];
                licence?: ("lo" | "odbl" | "cc-by" | "cc-by-sa" | "cc0" | "other" | "lo-repository" | "cc-by-repository" | "mit-repository" | "other-repository" | "not_stated")[];
                quality?: ("complete" | "nearly" | "partial")[];
                missing?: ("located" | "identified" | "activity" | "contact" | "fresh")[];
                near?: string;
                radius_km?: number;
                q?: string;
                bbox?: string;
                edition?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposedGroups"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_duplicates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoubtsAnswer"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decide_duplicate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerdictAsked"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerdictKept"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    take_back_verdict: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PairAsked"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerdictTakenBack"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    send_contribution: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContributionAsked"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContributionKept"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_organisation_history: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organisation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryAnswer"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_table_to_fill: {
        parameters: {
            query?: {
                ids?: string;
                kind?: ("ess_actor" | "ptce" | "sheltered_supplier" | "cooperation_space" | "territorial_partner")[];
                ess_status?: ("statutory" | "commercial_company" | "outside_public" | "outside_private" | "to_establish")[];
                legal_family?: ("association" | "cooperative" | "mutual" | "foundation" | "commercial" | "public" | "unknown")[];
                legal_form?: ("association" | "foundation" | "endowment_fund" | "mutual" | "mutual_insurer" | "scop" | "scic" | "cae" | "cuma" | "agricultural_coop" | "maritime_coop" | "retailers_coop" | "craft_coop" | "housing_coop" | "bank_coop" | "consumer_coop" | "other_coop" | "commercial_ess" | "commercial" | "public" | "gip" | "other" | "unknown")[];
                device?: ("aci" | "ei" | "ai" | "etti" | "eiti" | "geiq" | "employers_group" | "regie_quartier" | "tzcld" | "esat" | "ea" | "eatt" | "training_body")[];
                place_type?: ("tiers_lieu" | "coworking" | "fablab" | "incubator" | "pepiniere" | "couveuse" | "business_centre" | "ess_house" | "associations_house" | "innovation_space")[];
                partner_type?: ("local_authority" | "grouping" | "ccas" | "chamber" | "network_head" | "higher_education" | "research" | "training" | "business_club" | "landlord" | "enterprise" | "other" | "initiative")[];
                sector?: ("agriculture_food" | "fishing_sea" | "environment_circular" | "repair_reuse" | "green_spaces" | "building_energy" | "industry_craft" | "textile" | "transport_mobility" | "catering" | "cleaning_laundry" | "digital" | "culture_media" | "sport_leisure_tourism" | "health" | "social_care" | "early_childhood" | "personal_services" | "education_training" | "work_integration" | "housing" | "finance_insurance" | "business_services" | "retail" | "unknown")[];
                region?: string[];
                department?: string[];
                epci?: string[];
                commune?: string[];
                located?: ("address" | "commune" | "department" | "region" | "abroad" | "none")[];
                qpv?: ("inside" | "outside" | "unknown")[];
                density?: ("1" | "2" | "3" | "4" | "5" | "6" | "7")[];
                programme?: ("petites_villes_de_demain" | "villages_avenir" | "action_coeur_de_ville" | "territoires_industrie")[];
                employment_zone?: string[];
                living_area?: string[];
                siren?: string[];
                siret?: string[];
                manager?: string[];
                member_of?: string[];
                practice?: string[];
                source?: string[];
                licence?: ("lo" | "odbl" | "cc-by" | "cc-by-sa" | "cc0" | "other" | "lo-repository" | "cc-by-repository" | "mit-repository" | "other-repository" | "not_stated")[];
                quality?: ("complete" | "nearly" | "partial")[];
                missing?: ("located" | "identified" | "activity" | "contact" | "fresh")[];
                near?: string;
                radius_km?: number;
                q?: string;
                bbox?: string;
                lang?: "fr" | "en";
            };
            header?: never;
            path: {
                extension: "xlsx" | "ods" | "csv";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "application/vnd.oasis.opendocument.spreadsheet": string;
                    "text/csv": string;
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    send_contribution_list: {
        parameters: {
            query?: {
                teller?: "organisation" | "partner" | "visitor";
                source?: string;
                keep?: "yes" | "no";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    file: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListBroughtBack"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_contribution_figures: {
        parameters: {
            query?: {
                kind?: ("ess_actor" | "ptce" | "sheltered_supplier" | "cooperation_space" | "territorial_partner")[];
                ess_status?: ("statutory" | "commercial_company" | "outside_public" | "outside_private" | "to_establish")[];
                legal_family?: ("association" | "cooperative" | "mutual" | "foundation" | "commercial" | "public" | "unknown")[];
                legal_form?: ("association" | "foundation" | "endowment_fund" | "mutual" | "mutual_insurer" | "scop" | "scic" | "cae" | "cuma" | "agricultural_coop" | "maritime_coop" | "retailers_coop" | "craft_coop" | "housing_coop" | "bank_coop" | "consumer_coop" | "other_coop" | "commercial_ess" | "commercial" | "public" | "gip" | "other" | "unknown")[];
                device?: ("aci" | "ei" | "ai" | "etti" | "eiti" | "geiq" | "employers_group" | "regie_quartier" | "tzcld" | "esat" | "ea" | "eatt" | "training_body")[];
                place_type?: ("tiers_lieu" | "coworking" | "fablab" | "incubator" | "pepiniere" | "couveuse" | "business_centre" | "ess_house" | "associations_house" | "innovation_space")[];
                partner_type?: ("local_authority" | "grouping" | "ccas" | "chamber" | "network_head" | "higher_education" | "research" | "training" | "business_club" | "landlord" | "enterprise" | "other" | "initiative")[];
                sector?: ("agriculture_food" | "fishing_sea" | "environment_circular" | "repair_reuse" | "green_spaces" | "building_energy" | "industry_craft" | "textile" | "transport_mobility" | "catering" | "cleaning_laundry" | "digital" | "culture_media" | "sport_leisure_tourism" | "health" | "social_care" | "early_childhood" | "personal_services" | "education_training" | "work_integration" | "housing" | "finance_insurance" | "business_services" | "retail" | "unknown")[];
                region?: string[];
                department?: string[];
                epci?: string[];
                commune?: string[];
                located?: ("address" | "commune" | "department" | "region" | "abroad" | "none")[];
                qpv?: ("inside" | "outside" | "unknown")[];
                density?: ("1" | "2" | "3" | "4" | "5" | "6" | "7")[];
                programme?: ("petites_villes_de_demain" | "villages_avenir" | "action_coeur_de_ville" | "territoires_industrie")[];
                employment_zone?: string[];
                living_area?: string[];
                siren?: string[];
                siret?: string[];
                manager?: string[];
                member_of?: string[];
                practice?: string[];
                source?: string[];
                licence?: ("lo" | "odbl" | "cc-by" | "cc-by-sa" | "cc0" | "other" | "lo-repository" | "cc-by-repository" | "mit-repository" | "other-repository" | "not_stated")[];
                quality?: ("complete" | "nearly" | "partial")[];
                missing?: ("located" | "identified" | "activity" | "contact" | "fresh")[];
                near?: string;
                radius_km?: number;
                q?: string;
                bbox?: string;
                edition?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FiguresAnswer"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_contribution_feed: {
        parameters: {
            query?: {
                kind?: ("ess_actor" | "ptce" | "sheltered_supplier" | "cooperation_space" | "territorial_partner")[];
                ess_status?: ("statutory" | "commercial_company" | "outside_public" | "outside_private" | "to_establish")[];
                legal_family?: ("association" | "cooperative" | "mutual" | "foundation" | "commercial" | "public" | "unknown")[];
                legal_form?: ("association" | "foundation" | "endowment_fund" | "mutual" | "mutual_insurer" | "scop" | "scic" | "cae" | "cuma" | "agricultural_coop" | "maritime_coop" | "retailers_coop" | "craft_coop" | "housing_coop" | "bank_coop" | "consumer_coop" | "other_coop" | "commercial_ess" | "commercial" | "public" | "gip" | "other" | "unknown")[];
                device?: ("aci" | "ei" | "ai" | "etti" | "eiti" | "geiq" | "employers_group" | "regie_quartier" | "tzcld" | "esat" | "ea" | "eatt" | "training_body")[];
                place_type?: ("tiers_lieu" | "coworking" | "fablab" | "incubator" | "pepiniere" | "couveuse" | "business_centre" | "ess_house" | "associations_house" | "innovation_space")[];
                partner_type?: ("local_authority" | "grouping" | "ccas" | "chamber" | "network_head" | "higher_education" | "research" | "training" | "business_club" | "landlord" | "enterprise" | "other" | "initiative")[];
                sector?: ("agriculture_food" | "fishing_sea" | "environment_circular" | "repair_reuse" | "green_spaces" | "building_energy" | "industry_craft" | "textile" | "transport_mobility" | "catering" | "cleaning_laundry" | "digital" | "culture_media" | "sport_leisure_tourism" | "health" | "social_care" | "early_childhood" | "personal_services" | "education_training" | "work_integration" | "housing" | "finance_insurance" | "business_services" | "retail" | "unknown")[];
                region?: string[];
                department?: string[];
                epci?: string[];
                commune?: string[];
                located?: ("address" | "commune" | "department" | "region" | "abroad" | "none")[];
                qpv?: ("inside" | "outside" | "unknown")[];
                density?: ("1" | "2" | "3" | "4" | "5" | "6" | "7")[];
                programme?: ("petites_villes_de_demain" | "villages_avenir" | "action_coeur_de_ville" | "territoires_industrie")[];
                employment_zone?: string[];
                living_area?: string[];
                siren?: string[];
                siret?: string[];
                manager?: string[];
                member_of?: string[];
                practice?: string[];
                source?: string[];
                licence?: ("lo" | "odbl" | "cc-by" | "cc-by-sa" | "cc0" | "other" | "lo-repository" | "cc-by-repository" | "mit-repository" | "other-repository" | "not_stated")[];
                quality?: ("complete" | "nearly" | "partial")[];
                missing?: ("located" | "identified" | "activity" | "contact" | "fresh")[];
                near?: string;
                radius_km?: number;
                q?: string;
                bbox?: string;
                edition?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Cache-Control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/atom+xml": string;
                };
            };
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_contributions: {
        parameters: {
            query?: {
                state?: "waiting" | "asked" | "accepted" | "refused";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewAnswer"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decide_contribution: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                proposal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecisionAsked"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewLine"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_changes: {
        parameters: {
            query?: {
                since?: string;
                change?: ("new" | "gone" | "merged" | "split" | "renamed" | "moved" | "changed")[];
                limit?: number;
                offset?: number;
                kind?: ("ess_actor" | "ptce" | "sheltered_supplier" | "cooperation_space" | "territorial_partner")[];
                ess_status?: ("statutory" | "commercial_company" | "outside_public" | "outside_private" | "to_establish")[];
                legal_family?: ("association" | "cooperative" | "mutual" | "foundation" | "commercial" | "public" | "unknown")[];
                legal_form?: ("association" | "foundation" | "endowment_fund" | "mutual" | "mutual_insurer" | "scop" | "scic" | "cae" | "cuma" | "agricultural_coop" | "maritime_coop" | "retailers_coop" | "craft_coop" | "housing_coop" | "bank_coop" | "consumer_coop" | "other_coop" | "commercial_ess" | "commercial" | "public" | "gip" | "other" | "unknown")[];
                device?: ("aci" | "ei" | "ai" | "etti" | "eiti" | "geiq" | "employers_group" | "regie_quartier" | "tzcld" | "esat" | "ea" | "eatt" | "training_body")[];
                place_type?: ("tiers_lieu" | "coworking" | "fablab" | "incubator" | "pepiniere" | "couveuse" | "business_centre" | "ess_house" | "associations_house" | "innovation_space")[];
                partner_type?: ("local_authority" | "grouping" | "ccas" | "chamber" | "network_head" | "higher_education" | "research" | "training" | "business_club" | "landlord" | "enterprise" | "other" | "initiative")[];
                sector?: ("agriculture_food" | "fishing_sea" | "environment_circular" | "repair_reuse" | "green_spaces" | "building_energy" | "industry_craft" | "textile" | "transport_mobility" | "catering" | "cleaning_laundry" | "digital" | "culture_media" | "sport_leisure_tourism" | "health" | "social_care" | "early_childhood" | "personal_services" | "education_training" | "work_integration" | "housing" | "finance_insurance" | "business_services" | "retail" | "unknown")[];
                region?: string[];
                department?: string[];
                epci?: string[];
                commune?: string[];
                located?: ("address" | "commune" | "department" | "region" | "abroad" | "none")[];
                qpv?: ("inside" | "outside" | "unknown")[];
                density?: ("1" | "2" | "3" | "4" | "5" | "6" | "7")[];
                programme?: ("petites_villes_de_demain" | "villages_avenir" | "action_coeur_de_ville" | "territoires_industrie")[];
                employment_zone?: string[];
                living_area?: string[];
                siren?: string[];
                siret?: string[];
                manager?: string[];
                member_of?: string[];
                practice?: string[];
                source?: string[];
                licence?: ("lo" | "odbl" | "cc-by" | "cc-by-sa" | "cc0" | "other" | "lo-repository" | "cc-by-repository" | "mit-repository" | "other-repository" | "not_stated")[];
                quality?: ("complete" | "nearly" | "partial")[];
                missing?: ("located" | "identified" | "activity" | "contact" | "fresh")[];
                near?: string;
                radius_km?: number;
                q?: string;
                bbox?: string;
                edition?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangesAnswer"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_change_feed: {
        parameters: {
            query?: {
                kind?: ("ess_actor" | "ptce" | "sheltered_supplier" | "cooperation_space" | "territorial_partner")[];
                ess_status?: ("statutory" | "commercial_company" | "outside_public" | "outside_private" | "to_establish")[];
                legal_family?: ("association" | "cooperative" | "mutual" | "foundation" | "commercial" | "public" | "unknown")[];
                legal_form?: ("association" | "foundation" | "endowment_fund" | "mutual" | "mutual_insurer" | "scop" | "scic" | "cae" | "cuma" | "agricultural_coop" | "maritime_coop" | "retailers_coop" | "craft_coop" | "housing_coop" | "bank_coop" | "consumer_coop" | "other_coop" | "commercial_ess" | "commercial" | "public" | "gip" | "other" | "unknown")[];
                device?: ("aci" | "ei" | "ai" | "etti" | "eiti" | "geiq" | "employers_group" | "regie_quartier" | "tzcld" | "esat" | "ea" | "eatt" | "training_body")[];
                place_type?: ("tiers_lieu" | "coworking" | "fablab" | "incubator" | "pepiniere" | "couveuse" | "business_centre" | "ess_house" | "associations_house" | "innovation_space")[];
                partner_type?: ("local_authority" | "grouping" | "ccas" | "chamber" | "network_head" | "higher_education" | "research" | "training" | "business_club" | "landlord" | "enterprise" | "other" | "initiative")[];
                sector?: ("agriculture_food" | "fishing_sea" | "environment_circular" | "repair_reuse" | "green_spaces" | "building_energy" | "industry_craft" | "textile" | "transport_mobility" | "catering" | "cleaning_laundry" | "digital" | "culture_media" | "sport_leisure_tourism" | "health" | "social_care" | "early_childhood" | "personal_services" | "education_training" | "work_integration" | "housing" | "finance_insurance" | "business_services" | "retail" | "unknown")[];
                region?: string[];
                department?: string[];
                epci?: string[];
                commune?: string[];
                located?: ("address" | "commune" | "department" | "region" | "abroad" | "none")[];
                qpv?: ("inside" | "outside" | "unknown")[];
                density?: ("1" | "2" | "3" | "4" | "5" | "6" | "7")[];
                programme?: ("petites_villes_de_demain" | "villages_avenir" | "action_coeur_de_ville" | "territoires_industrie")[];
                employment_zone?: string[];
                living_area?: string[];
                siren?: string[];
                siret?: string[];
                manager?: string[];
                member_of?: string[];
                practice?: string[];
                source?: string[];
                licence?: ("lo" | "odbl" | "cc-by" | "cc-by-sa" | "cc0" | "other" | "lo-repository" | "cc-by-repository" | "mit-repository" | "other-repository" | "not_stated")[];
                quality?: ("complete" | "nearly" | "partial")[];
                missing?: ("located" | "identified" | "activity" | "contact" | "fresh")[];
                near?: string;
                radius_km?: number;
                q?: string;
                bbox?: string;
                edition?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Cache-Control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/atom+xml": string;
                };
            };
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    download_changes: {
        parameters: {
            query?: {
                since?: string;
                change?: ("new" | "gone" | "merged" | "split" | "renamed" | "moved" | "changed")[];
                kind?: ("ess_actor" | "ptce" | "sheltered_supplier" | "cooperation_space" | "territorial_partner")[];
                ess_status?: ("statutory" | "commercial_company" | "outside_public" | "outside_private" | "to_establish")[];
                legal_family?: ("association" | "cooperative" | "mutual" | "foundation" | "commercial" | "public" | "unknown")[];
                legal_form?: ("association" | "foundation" | "endowment_fund" | "mutual" | "mutual_insurer" | "scop" | "scic" | "cae" | "cuma" | "agricultural_coop" | "maritime_coop" | "retailers_coop" | "craft_coop" | "housing_coop" | "bank_coop" | "consumer_coop" | "other_coop" | "commercial_ess" | "commercial" | "public" | "gip" | "other" | "unknown")[];
                device?: ("aci" | "ei" | "ai" | "etti" | "eiti" | "geiq" | "employers_group" | "regie_quartier" | "tzcld" | "esat" | "ea" | "eatt" | "training_body")[];
                place_type?: ("tiers_lieu" | "coworking" | "fablab" | "incubator" | "pepiniere" | "couveuse" | "business_centre" | "ess_house" | "associations_house" | "innovation_space")[];
                partner_type?: ("local_authority" | "grouping" | "ccas" | "chamber" | "network_head" | "higher_education" | "research" | "training" | "business_club" | "landlord" | "enterprise" | "other" | "initiative")[];
                sector?: ("agriculture_food" | "fishing_sea" | "environment_circular" | "repair_reuse" | "green_spaces" | "building_energy" | "industry_craft" | "textile" | "transport_mobility" | "catering" | "cleaning_laundry" | "digital" | "culture_media" | "sport_leisure_tourism" | "health" | "social_care" | "early_childhood" | "personal_services" | "education_training" | "work_integration" | "housing" | "finance_insurance" | "business_services" | "retail" | "unknown")[];
                region?: string[];
                department?: string[];
                epci?: string[];
                commune?: string[];
                located?: ("address" | "commune" | "department" | "region" | "abroad" | "none")[];
                qpv?: ("inside" | "outside" | "unknown")[];
                density?: ("1" | "2" | "3" | "4" | "5" | "6" | "7")[];
                programme?: ("petites_villes_de_demain" | "villages_avenir" | "action_coeur_de_ville" | "territoires_industrie")[];
                employment_zone?: string[];
                living_area?: string[];
                siren?: string[];
                siret?: string[];
                manager?: string[];
                member_of?: string[];
                practice?: string[];
                source?: string[];
                licence?: ("lo" | "odbl" | "cc-by" | "cc-by-sa" | "cc0" | "other" | "lo-repository" | "cc-by-repository" | "mit-repository" | "other-repository" | "not_stated")[];
                quality?: ("complete" | "nearly" | "partial")[];
                missing?: ("located" | "identified" | "activity" | "contact" | "fresh")[];
                near?: string;
                radius_km?: number;
                q?: string;
                bbox?: string;
                edition?: string;
            };
            header?: never;
            path: {
                extension: "csv" | "json" | "html";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/json": Record<string, never>;
                    "text/html": string;
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_ogc_landing: {
        parameters: {
            query?: {
                f?: "json" | "html";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Cache-Control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LandingPage"];
                    "text/html": string;
                };
            };
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_ogc_conformance: {
        parameters: {
            query?: {
                f?: "json" | "html";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Cache-Control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conformance"];
                    "text/html": string;
                };
            };
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_ogc_definition: {
        parameters: {
            query?: {
                f?: "json" | "html";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Cache-Control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.oai.openapi+json": Record<string, never>;
                    "text/html": string;
                };
            };
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_ogc_collections: {
        parameters: {
            query?: {
                f?: "json" | "html";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Cache-Control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OgcCollections"];
                    "text/html": string;
                };
            };
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_ogc_collection: {
        parameters: {
            query?: {
                f?: "json" | "html";
            };
            header?: never;
            path: {
                collection_id: "organisations" | "region" | "department" | "epci" | "commune";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Cache-Control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OgcCollection"];
                    "text/html": string;
                };
            };
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_ogc_queryables: {
        parameters: {
            query?: {
                f?: "json" | "html";
            };
            header?: never;
            path: {
                collection_id: "organisations" | "region" | "department" | "epci" | "commune";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Cache-Control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/schema+json": Record<string, never>;
                    "text/html": string;
                };
            };
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_ogc_organisations: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                f?: "json" | "html";
                kind?: ("ess_actor" | "ptce" | "sheltered_supplier" | "cooperation_space" | "territorial_partner")[];
                ess_status?: ("statutory" | "commercial_company" | "outside_public" | "outside_private" | "to_establish")[];
                legal_family?: ("association" | "cooperative" | "mutual" | "foundation" | "commercial" | "public" | "unknown")[];
                legal_form?: ("association" | "foundation" | "endowment_fund" | "mutual" | "mutual_insurer" | "scop" | "scic" | "cae" | "cuma" | "agricultural_coop" | "maritime_coop" | "retailers_coop" | "craft_coop" | "housing_coop" | "bank_coop" | "consumer_coop" | "other_coop" | "commercial_ess" | "commercial" | "public" | "gip" | "other" | "unknown")[];
                device?: ("aci" | "ei" | "ai" | "etti" | "eiti" | "geiq" | "employers_group" | "regie_quartier" | "tzcld" | "esat" | "ea" | "eatt" | "training_body")[];
                place_type?: ("tiers_lieu" | "coworking" | "fablab" | "incubator" | "pepiniere" | "couveuse" | "business_centre" | "ess_house" | "associations_house" | "innovation_space")[];
                partner_type?: ("local_authority" | "grouping" | "ccas" | "chamber" | "network_head" | "higher_education" | "research" | "training" | "business_club" | "landlord" | "enterprise" | "other" | "initiative")[];
                sector?: ("agriculture_food" | "fishing_sea" | "environment_circular" | "repair_reuse" | "green_spaces" | "building_energy" | "industry_craft" | "textile" | "transport_mobility" | "catering" | "cleaning_laundry" | "digital" | "culture_media" | "sport_leisure_tourism" | "health" | "social_care" | "early_childhood" | "personal_services" | "education_training" | "work_integration" | "housing" | "finance_insurance" | "business_services" | "retail" | "unknown")[];
                region?: string[];
                department?: string[];
                epci?: string[];
                commune?: string[];
                located?: ("address" | "commune" | "department" | "region" | "abroad" | "none")[];
                qpv?: ("inside" | "outside" | "unknown")[];
                density?: ("1" | "2" | "3" | "4" | "5" | "6" | "7")[];
                programme?: ("petites_villes_de_demain" | "villages_avenir" | "action_coeur_de_ville" | "territoires_industrie")[];
                employment_zone?: string[];
                living_area?: string[];
                siren?: string[];
                siret?: string[];
                manager?: string[];
                member_of?: string[];
                practice?: string[];
                source?: string[];
                licence?: ("lo" | "odbl" | "cc-by" | "cc-by-sa" | "cc0" | "other" | "lo-repository" | "cc-by-repository" | "mit-repository" | "other-repository" | "not_stated")[];
                quality?: ("complete" | "nearly" | "partial")[];
                missing?: ("located" | "identified" | "activity" | "contact" | "fresh")[];
                near?: string;
                radius_km?: number;
                q?: string;
                bbox?: string;
                datetime?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Cache-Control"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["OrganisationFeatures"];
                    "text/html": string;
                };
            };
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_ogc_organisation: {
        parameters: {
            query?: {
                f?: "json" | "html";
            };
            header?: never;
            path: {
                organisation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Cache-Control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["OrganisationFeature"];
                    "text/html": string;
                };
            };
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_ogc_territories: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                f?: "json" | "html";
                code?: string[];
                region?: string[];
                department?: string[];
                epci?: string[];
                bbox?: string;
                datetime?: string;
            };
            header?: never;
            path: {
                level: "region" | "department" | "epci" | "commune";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Cache-Control"?: string;
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["TerritoryFeatures"];
                    "text/html": string;
                };
            };
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_ogc_territory: {
        parameters: {
            query?: {
                f?: "json" | "html";
            };
            header?: never;
            path: {
                level: "region" | "department" | "epci" | "commune";
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag?: string;
                    "Cache-Control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["TerritoryFeature"];
                    "text/html": string;
                };
            };
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
