# Sourced by the other scripts: checks for the fonts, makes the virtual environment on first use and enters it.
for font in /usr/share/fonts/truetype/noto/NotoColorEmoji.ttf /usr/share/fonts/truetype/ancient-scripts/Symbola_hint.ttf; do
    if [[ ! -f $font ]]; then
        echo "Missing: $font. On Debian or Ubuntu:" >&2
        echo "    sudo apt-get install fonts-noto-color-emoji fonts-symbola" >&2
        exit 1
    fi
done

if [[ ! -f .venv/ready ]]; then
    python3 -m venv .venv
    .venv/bin/pip install --quiet -r requirements.txt
    touch .venv/ready
fi
# shellcheck disable=SC1091
source .venv/bin/activate
# Memory that a step gives back is kept for the next one: fetching it anew from the system costs a tenth of the time.
export MALLOC_MMAP_THRESHOLD_=4294967296 MALLOC_TRIM_THRESHOLD_=8589934592 MALLOC_TOP_PAD_=268435456
