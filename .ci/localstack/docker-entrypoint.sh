#!/bin/sh
PYTHONPATH=/opt/packages exec python3 /opt/stand-in.py
