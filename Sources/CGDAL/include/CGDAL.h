#ifndef HINTERLAND_CGDAL_H
#define HINTERLAND_CGDAL_H

// The functions of GDAL's C interface (stable since 2.0) that are used, found in the shared library
// when the first of them is needed. Handles are plain pointers, as GDAL's own are underneath.

#include <stdint.h>

#define CGDAL_FUNCTIONS(F)                                                                        \
  F(void, GDALAllRegister, (void))                                                                \
  F(const char *, GDALVersionInfo, (const char *request))                                         \
  F(void *, GDALGetDriverByName, (const char *name))                                              \
  F(void *, GDALCreate,                                                                           \
    (void *driver, const char *path, int width, int height, int bands, int type, char **options)) \
  F(void *, GDALOpenEx,                                                                           \
    (const char *path, unsigned flags, const char *const *drivers, const char *const *options,    \
     const char *const *siblings))                                                                \
  F(void, GDALClose, (void *dataset))                                                             \
  F(int, GDALDatasetStartTransaction, (void *dataset, int force))                                 \
  F(int, GDALDatasetCommitTransaction, (void *dataset))                                           \
  F(void *, GDALDatasetCreateLayer,                                                               \
    (void *dataset, const char *name, void *reference, int geometry, char **options))             \
  F(void *, GDALDatasetGetLayerByName, (void *dataset, const char *name))                         \
  F(void *, GDALDatasetGetLayer, (void *dataset, int index))                                      \
  F(int, GDALDatasetGetLayerCount, (void *dataset))                                               \
  F(const char *, OGR_L_GetName, (void *layer))                                                   \
  F(void *, OGR_L_GetLayerDefn, (void *layer))                                                    \
  F(int, OGR_L_CreateField, (void *layer, void *field, int approximate))                          \
  F(int, OGR_L_CreateFeature, (void *layer, void *feature))                                       \
  F(void *, OGR_L_GetNextFeature, (void *layer))                                                  \
  F(void, OGR_L_ResetReading, (void *layer))                                                      \
  F(int64_t, OGR_L_GetFeatureCount, (void *layer, int force))                                     \
  F(void *, OGR_Fld_Create, (const char *name, int type))                                         \
  F(void, OGR_Fld_SetSubType, (void *field, int type))                                            \
  F(void, OGR_Fld_SetWidth, (void *field, int width))                                             \
  F(void, OGR_Fld_SetPrecision, (void *field, int precision))                                     \
  F(void, OGR_Fld_Destroy, (void *field))                                                         \
  F(void *, OGR_F_Create, (void *definition))                                                     \
  F(void, OGR_F_Destroy, (void *feature))                                                         \
  F(void, OGR_F_SetFieldString, (void *feature, int index, const char *value))                    \
  F(void, OGR_F_SetFieldInteger, (void *feature, int index, int value))                           \
  F(void, OGR_F_SetFieldInteger64, (void *feature, int index, int64_t value))                     \
  F(void, OGR_F_SetFieldDouble, (void *feature, int index, double value))                         \
  F(void, OGR_F_SetFieldDateTime,                                                                 \
    (void *feature, int index, int year, int month, int day, int hour, int minute, int second,    \
     int zone))                                                                                   \
  F(int, OGR_F_SetGeometryDirectly, (void *feature, void *geometry))                              \
  F(int, OGR_F_GetFieldIndex, (void *feature, const char *name))                                  \
  F(const char *, OGR_F_GetFieldAsString, (void *feature, int index))                             \
  F(int, OGR_F_IsFieldSetAndNotNull, (void *feature, int index))                                  \
  F(void *, OGR_F_GetGeometryRef, (void *feature))                                                \
  F(int, OGR_G_CreateFromWkb,                                                                     \
    (const void *bytes, void *reference, void **geometry, int count))                             \
  F(int, OGR_G_Transform, (void *geometry, void *transformation))                                 \
  F(char *, OGR_G_ExportToJson, (void *geometry))                                                 \
  F(void, OGR_G_DestroyGeometry, (void *geometry))                                                \
  F(void *, OSRNewSpatialReference, (const char *text))                                           \
  F(int, OSRImportFromEPSG, (void *reference, int code))                                          \
  F(void, OSRSetAxisMappingStrategy, (void *reference, int strategy))                             \
  F(int, OSRIsGeographic, (void *reference))                                                      \
  F(int, OSRIsProjected, (void *reference))                                                       \
  F(void, OSRDestroySpatialReference, (void *reference))                                          \
  F(void *, OCTNewCoordinateTransformation, (void *from, void *to))                               \
  F(void, OCTDestroyCoordinateTransformation, (void *transformation))                             \
  F(void *, OGR_L_GetSpatialRef, (void *layer))                                                   \
  F(int, OGR_FD_GetFieldCount, (void *definition))                                                \
  F(void *, OGR_FD_GetFieldDefn, (void *definition, int index))                                   \
  F(const char *, OGR_Fld_GetNameRef, (void *field))                                              \
  F(void *, OGR_G_GetLinearGeometry, (void *geometry, double degrees, char **options))            \
  F(void, OGR_G_FlattenTo2D, (void *geometry))                                                    \
  F(int, OGR_G_GetDimension, (void *geometry))                                                    \
  F(int, OGR_G_WkbSize, (void *geometry))                                                         \
  F(int, OGR_G_ExportToWkb, (void *geometry, int order, uint8_t *bytes))                          \
  F(int, OCTTransformEx,                                                                          \
    (void *transformation, int count, double *x, double *y, double *z, int *success))             \
  F(int, GDALGetRasterXSize, (void *dataset))                                                     \
  F(int, GDALGetRasterYSize, (void *dataset))                                                     \
  F(int, GDALGetRasterCount, (void *dataset))                                                     \
  F(void *, GDALGetRasterBand, (void *dataset, int number))                                       \
  F(int, GDALGetGeoTransform, (void *dataset, double *coefficients))                              \
  F(const char *, GDALGetProjectionRef, (void *dataset))                                          \
  F(double, GDALGetRasterNoDataValue, (void *band, int *has))                                     \
  F(int, GDALSetGeoTransform, (void *dataset, double *coefficients))                              \
  F(int, GDALSetProjection, (void *dataset, const char *text))                                    \
  F(int, GDALSetRasterNoDataValue, (void *band, double value))                                    \
  F(int, OSRExportToWkt, (void *reference, char **text))                                          \
  F(int, OSRImportFromProj4, (void *reference, const char *text))                                 \
  F(int, GDALRasterIO,                                                                            \
    (void *band, int write, int x, int y, int width, int height, void *values, int columns,       \
     int rows, int type, int step, int line))                                                     \
  F(void, CPLSetThreadLocalConfigOption, (const char *key, const char *value))                    \
  F(void, CPLPushErrorHandlerEx,                                                                  \
    (void (*handler)(int severity, int number, const char *words), void *data))                   \
  F(void, CPLPopErrorHandler, (void))                                                             \
  F(void *, CPLGetErrorHandlerUserData, (void))                                                   \
  F(uint8_t *, VSIGetMemFileBuffer, (const char *path, uint64_t *count, int unlink))              \
  F(int, VSIUnlink, (const char *path))                                                           \
  F(void, VSIFree, (void *memory))

struct CGDAL {
#define CGDAL_FIELD(result, name, arguments) result(*name) arguments;
  CGDAL_FUNCTIONS(CGDAL_FIELD)
#undef CGDAL_FIELD
};

/// Fills `functions` from the first of `names` (ended by NULL) that is a library with all of them.
///
/// Returns 0, or 1 if no library was found, or 2 if one lacks a function.
int cgdal_load(char **names, struct CGDAL *functions);

#endif
