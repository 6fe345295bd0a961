"""Who could pool what with whom: claims, scores, reasons, groups; pure and without files."""
