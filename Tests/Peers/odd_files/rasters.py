"""Rasters of people, written by GDAL."""

from osgeo import gdal, osr

from harness import HOME

gdal.UseExceptions()


def raster(
    name,
    code=4326,
    kind=gdal.GDT_Float32,
    value=3.0,
    no_data=None,
    size=(40, 40),
    transform=None,
    prj=None,
    driver="GTiff",
    options=(),
):
    path = HOME / "in/p" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    made = gdal.GetDriverByName(driver).Create(str(path), *size, 1, kind, list(options))
    reference = osr.SpatialReference()
    if prj or code:
        if prj:
            reference.ImportFromWkt(prj)
        else:
            reference.ImportFromEPSG(code)
        made.SetProjection(reference.ExportToWkt())
    transform = (6.999, 0.00065, 0, 50.025, 0, -0.00065) if transform is None else transform
    if transform:
        made.SetGeoTransform(transform)
    band = made.GetRasterBand(1)
    if no_data is not None:
        band.SetNoDataValue(no_data)
    if value is not None:
        band.Fill(value)
    band = made = None
    return path
