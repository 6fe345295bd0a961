"""The map that leaves the app: one HTML file with everything inside, made with folium."""
