-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "UserRole" AS ENUM ('SUPER_ADMIN', 'INFLUENCE_ADMIN', 'MAP_ADMIN', 'USER', 'TEMP');

-- CreateEnum
CREATE TYPE "UserStatus" AS ENUM ('ACTIVE', 'INACTIVE', 'SUSPENDED', 'EXPIRED');

-- CreateEnum
CREATE TYPE "UserCreatedVia" AS ENUM ('ADMIN', 'PUBLIC_SHIFT_SIGNUP', 'STANDARD');

-- CreateEnum
CREATE TYPE "Locale" AS ENUM ('en', 'fr');

-- CreateEnum
CREATE TYPE "VisitOutcome" AS ENUM ('SPOKE_WITH', 'NOT_HOME', 'REFUSED', 'MOVED', 'ALREADY_VOTED', 'LEFT_LITERATURE', 'COME_BACK_LATER', 'WRONG_ADDRESS', 'INACCESSIBLE', 'OTHER');

-- CreateEnum
CREATE TYPE "VisitSource" AS ENUM ('APP', 'PAPER');

-- CreateEnum
CREATE TYPE "CanvassSessionStatus" AS ENUM ('ACTIVE', 'COMPLETED', 'ABANDONED');

-- CreateEnum
CREATE TYPE "TrackPointEvent" AS ENUM ('LOCATION_ADDED', 'VISIT_RECORDED', 'SESSION_STARTED', 'SESSION_ENDED');

-- CreateEnum
CREATE TYPE "EmailTemplateCategory" AS ENUM ('INFLUENCE', 'MAP', 'SYSTEM');

-- CreateEnum
CREATE TYPE "EditorMode" AS ENUM ('VISUAL', 'CODE');

-- CreateEnum
CREATE TYPE "MkdocsExportMode" AS ENUM ('THEMED', 'STANDALONE');

-- CreateEnum
CREATE TYPE "CampaignStatus" AS ENUM ('DRAFT', 'ACTIVE', 'PAUSED', 'ARCHIVED');

-- CreateEnum
CREATE TYPE "GovernmentLevel" AS ENUM ('FEDERAL', 'PROVINCIAL', 'MUNICIPAL', 'SCHOOL_BOARD');

-- CreateEnum
CREATE TYPE "EmailMethod" AS ENUM ('SMTP', 'MAILTO', 'PRINT');

-- CreateEnum
CREATE TYPE "CampaignEmailStatus" AS ENUM ('QUEUED', 'SENDING', 'SENT', 'FAILED', 'UNCERTAIN', 'CANCELLED', 'CLICKED', 'USER_INFO_CAPTURED');

-- CreateEnum
CREATE TYPE "ResponseType" AS ENUM ('EMAIL', 'LETTER', 'PHONE_CALL', 'MEETING', 'SOCIAL_MEDIA', 'OTHER');

-- CreateEnum
CREATE TYPE "ResponseStatus" AS ENUM ('PENDING', 'APPROVED', 'REJECTED');

-- CreateEnum
CREATE TYPE "SupportLevel" AS ENUM ('1', '2', '3', '4');

-- CreateEnum
CREATE TYPE "GeocodeProvider" AS ENUM ('GOOGLE', 'MAPBOX', 'NOMINATIM', 'PHOTON', 'LOCATIONIQ', 'ARCGIS', 'LOCAL', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "BuildingType" AS ENUM ('SINGLE_FAMILY', 'MULTI_UNIT', 'MIXED_USE', 'COMMERCIAL');

-- CreateEnum
CREATE TYPE "LocationHistoryAction" AS ENUM ('CREATED', 'UPDATED', 'GEOCODED', 'BULK_GEOCODED', 'MOVED_ON_MAP', 'IMPORTED_CSV', 'IMPORTED_NAR', 'MERGED', 'ARCHIVED', 'IMPORT_UNDONE');

-- CreateEnum
CREATE TYPE "ShiftStatus" AS ENUM ('OPEN', 'FULL', 'CANCELLED');

-- CreateEnum
CREATE TYPE "ShiftKind" AS ENUM ('CANVASS', 'PHONE_BANK', 'LITERATURE', 'EVENT', 'TRAINING', 'OTHER');

-- CreateEnum
CREATE TYPE "SignupStatus" AS ENUM ('CONFIRMED', 'CANCELLED', 'WAITLISTED', 'ATTENDED', 'NO_SHOW');

-- CreateEnum
CREATE TYPE "SignupSource" AS ENUM ('AUTHENTICATED', 'PUBLIC', 'ADMIN', 'WALK_UP');

-- CreateEnum
CREATE TYPE "CutCategory" AS ENUM ('CUSTOM', 'WARD', 'NEIGHBORHOOD', 'DISTRICT', 'POLLING_DIVISION');

-- CreateEnum
CREATE TYPE "ImportStatus" AS ENUM ('QUEUED', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED', 'UNDONE');

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "email" TEXT,
    "password" TEXT,
    "name" TEXT NOT NULL,
    "phone" TEXT,
    "role" "UserRole" NOT NULL DEFAULT 'USER',
    "status" "UserStatus" NOT NULL DEFAULT 'ACTIVE',
    "permissions" JSONB NOT NULL DEFAULT '{}',
    "createdVia" "UserCreatedVia" NOT NULL DEFAULT 'STANDARD',
    "expiresAt" TIMESTAMPTZ(3),
    "expireDays" INTEGER,
    "lastLoginAt" TIMESTAMPTZ(3),
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "locale" "Locale",
    "tokensValidFrom" TIMESTAMPTZ(3),
    "mustChangePassword" BOOLEAN NOT NULL DEFAULT false,
    "erasedAt" TIMESTAMPTZ(3),
    "isDemo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deviceLabel" TEXT,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RefreshToken" (
    "id" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "familyId" UUID NOT NULL,
    "predecessorId" UUID,
    "rotatedAt" TIMESTAMPTZ(3),
    "usedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),
    "deviceLabel" TEXT,

    CONSTRAINT "RefreshToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OneTimeToken" (
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "userId" UUID,
    "email" TEXT,
    "payload" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "OneTimeToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CanvassSession" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "cutId" UUID,
    "shiftId" UUID,
    "status" "CanvassSessionStatus" NOT NULL DEFAULT 'ACTIVE',
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),
    "startLatitude" DECIMAL(10,8),
    "startLongitude" DECIMAL(11,8),
    "turfAssignmentId" UUID,
    "lastActivityAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CanvassSession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CanvassVisit" (
    "id" UUID NOT NULL,
    "addressId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "shiftId" UUID,
    "sessionId" UUID,
    "outcome" "VisitOutcome" NOT NULL,
    "supportLevel" "SupportLevel",
    "signRequested" BOOLEAN NOT NULL DEFAULT false,
    "signSize" TEXT,
    "notes" TEXT,
    "durationSeconds" INTEGER,
    "visitedAt" TIMESTAMPTZ(3) NOT NULL,
    "source" "VisitSource" NOT NULL DEFAULT 'APP',
    "residentId" UUID,
    "supportDeclined" BOOLEAN NOT NULL DEFAULT false,
    "leanCode" TEXT,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "enteredByUserId" UUID,
    "latitude" DECIMAL(10,8),
    "longitude" DECIMAL(11,8),
    "heldForReview" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "CanvassVisit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TrackingSession" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "canvassSessionId" UUID,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),
    "isActive" BOOLEAN NOT NULL DEFAULT true,
    "totalPoints" INTEGER NOT NULL DEFAULT 0,
    "totalDistanceM" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "lastLatitude" DECIMAL(10,8),
    "lastLongitude" DECIMAL(11,8),
    "lastRecordedAt" TIMESTAMPTZ(3),

    CONSTRAINT "TrackingSession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TrackPoint" (
    "id" UUID NOT NULL,
    "trackingSessionId" UUID NOT NULL,
    "latitude" DECIMAL(10,8) NOT NULL,
    "longitude" DECIMAL(11,8) NOT NULL,
    "accuracy" DOUBLE PRECISION,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "eventType" "TrackPointEvent",

    CONSTRAINT "TrackPoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CanvassScript" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "translations" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "CanvassScript_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EmailTemplate" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "category" "EmailTemplateCategory" NOT NULL,
    "subjectLine" TEXT NOT NULL,
    "htmlContent" TEXT NOT NULL,
    "textContent" TEXT NOT NULL,
    "isSystem" BOOLEAN NOT NULL DEFAULT false,
    "isActive" BOOLEAN NOT NULL DEFAULT true,
    "createdByUserId" UUID,
    "updatedByUserId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "translations" JSONB,

    CONSTRAINT "EmailTemplate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EmailTemplateVariable" (
    "id" UUID NOT NULL,
    "templateId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "description" TEXT,
    "isRequired" BOOLEAN NOT NULL DEFAULT true,
    "isConditional" BOOLEAN NOT NULL DEFAULT false,
    "sampleValue" TEXT,
    "sortOrder" INTEGER NOT NULL DEFAULT 0,
    "translations" JSONB,

    CONSTRAINT "EmailTemplateVariable_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EmailTemplateVersion" (
    "id" UUID NOT NULL,
    "templateId" UUID NOT NULL,
    "versionNumber" INTEGER NOT NULL,
    "subjectLine" TEXT NOT NULL,
    "htmlContent" TEXT NOT NULL,
    "textContent" TEXT NOT NULL,
    "changeNotes" TEXT,
    "createdByUserId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "translations" JSONB,

    CONSTRAINT "EmailTemplateVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EmailTemplateTestLog" (
    "id" UUID NOT NULL,
    "templateId" UUID NOT NULL,
    "recipientEmail" TEXT NOT NULL,
    "testData" JSONB NOT NULL DEFAULT '{}',
    "success" BOOLEAN NOT NULL,
    "errorMessage" TEXT,
    "messageId" TEXT,
    "sentByUserId" UUID,
    "sentAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "locale" "Locale" NOT NULL DEFAULT 'en',

    CONSTRAINT "EmailTemplateTestLog_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LandingPage" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT,
    "blocks" JSONB,
    "htmlOutput" TEXT,
    "cssOutput" TEXT,
    "editorMode" "EditorMode" NOT NULL DEFAULT 'VISUAL',
    "mkdocsPath" TEXT,
    "mkdocsStubPath" TEXT,
    "mkdocsExportMode" "MkdocsExportMode" NOT NULL DEFAULT 'THEMED',
    "mkdocsHideNav" BOOLEAN NOT NULL DEFAULT false,
    "mkdocsHideToc" BOOLEAN NOT NULL DEFAULT false,
    "mkdocsSkipExport" BOOLEAN NOT NULL DEFAULT false,
    "published" BOOLEAN NOT NULL DEFAULT false,
    "seoTitle" TEXT,
    "seoDescription" TEXT,
    "seoImage" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "translations" JSONB,
    "publishedAt" TIMESTAMPTZ(3),
    "createdByUserId" UUID,
    "updatedByUserId" UUID,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "LandingPage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PageBlock" (
    "id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "schema" JSONB NOT NULL,
    "defaults" JSONB NOT NULL,
    "thumbnail" TEXT,
    "category" TEXT,
    "sortOrder" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "key" TEXT,
    "translations" JSONB,

    CONSTRAINT "PageBlock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Campaign" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT,
    "emailSubject" TEXT NOT NULL,
    "emailBody" TEXT NOT NULL,
    "callToAction" TEXT,
    "coverPhoto" TEXT,
    "status" "CampaignStatus" NOT NULL DEFAULT 'DRAFT',
    "allowSmtpEmail" BOOLEAN NOT NULL DEFAULT true,
    "allowMailtoLink" BOOLEAN NOT NULL DEFAULT true,
    "collectUserInfo" BOOLEAN NOT NULL DEFAULT true,
    "showEmailCount" BOOLEAN NOT NULL DEFAULT true,
    "showCallCount" BOOLEAN NOT NULL DEFAULT true,
    "allowEmailEditing" BOOLEAN NOT NULL DEFAULT false,
    "allowCustomRecipients" BOOLEAN NOT NULL DEFAULT false,
    "showResponseWall" BOOLEAN NOT NULL DEFAULT false,
    "highlightCampaign" BOOLEAN NOT NULL DEFAULT false,
    "targetGovernmentLevels" "GovernmentLevel"[],
    "createdByUserId" UUID,
    "createdByUserEmail" TEXT,
    "createdByUserName" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "translations" JSONB,
    "verifySender" BOOLEAN NOT NULL DEFAULT true,
    "allowRepeatLetters" BOOLEAN NOT NULL DEFAULT false,
    "emailCount" INTEGER NOT NULL DEFAULT 0,
    "callCount" INTEGER NOT NULL DEFAULT 0,
    "responseCount" INTEGER NOT NULL DEFAULT 0,
    "publishedAt" TIMESTAMPTZ(3),
    "sendFrom" TIMESTAMPTZ(3),
    "sendUntil" TIMESTAMPTZ(3),
    "lettersPerHour" INTEGER,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Campaign_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CampaignEmail" (
    "id" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "campaignSlug" TEXT NOT NULL,
    "userId" UUID,
    "userEmail" TEXT,
    "userName" TEXT,
    "userPostalCode" TEXT,
    "recipientEmail" TEXT NOT NULL,
    "recipientName" TEXT NOT NULL,
    "recipientTitle" TEXT,
    "recipientLevel" "GovernmentLevel",
    "emailMethod" "EmailMethod" NOT NULL,
    "subject" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "status" "CampaignEmailStatus" NOT NULL DEFAULT 'QUEUED',
    "senderIp" TEXT,
    "sentAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submissionId" UUID,
    "receiptTokenHash" TEXT,
    "onceKey" TEXT,
    "verificationId" UUID,
    "queuedAt" TIMESTAMPTZ(3),
    "handOverStartedAt" TIMESTAMPTZ(3),
    "claimedBy" TEXT,
    "claimedAt" TIMESTAMPTZ(3),
    "smtpResponse" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAttemptAt" TIMESTAMPTZ(3),
    "messageId" TEXT,
    "locale" "Locale" NOT NULL DEFAULT 'en',
    "keptLocally" BOOLEAN NOT NULL DEFAULT false,
    "replyToken" TEXT,

    CONSTRAINT "CampaignEmail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Representative" (
    "id" UUID NOT NULL,
    "postalCode" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "districtName" TEXT,
    "electedOffice" TEXT,
    "partyName" TEXT,
    "representativeSetName" TEXT,
    "url" TEXT,
    "photoUrl" TEXT,
    "offices" JSONB NOT NULL DEFAULT '[]',
    "cachedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "level" "GovernmentLevel",
    "photoKey" TEXT,
    "boundaryUrl" TEXT,
    "preferredLocale" "Locale",
    "isDemo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Representative_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CustomRecipient" (
    "id" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "campaignSlug" TEXT NOT NULL,
    "recipientName" TEXT NOT NULL,
    "recipientEmail" TEXT NOT NULL,
    "recipientTitle" TEXT,
    "recipientOrganization" TEXT,
    "notes" TEXT,
    "isActive" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "level" "GovernmentLevel",
    "sortOrder" INTEGER NOT NULL DEFAULT 0,
    "translations" JSONB,

    CONSTRAINT "CustomRecipient_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PostalCodeCache" (
    "id" UUID NOT NULL,
    "postalCode" TEXT NOT NULL,
    "city" TEXT,
    "province" TEXT,
    "centroidLat" DECIMAL(10,8),
    "centroidLng" DECIMAL(11,8),
    "lastUpdated" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "isKnown" BOOLEAN NOT NULL DEFAULT true,
    "boundaries" JSONB,

    CONSTRAINT "PostalCodeCache_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Call" (
    "id" UUID NOT NULL,
    "representativeName" TEXT NOT NULL,
    "representativeTitle" TEXT,
    "phoneNumber" TEXT NOT NULL,
    "officeType" TEXT,
    "callerName" TEXT,
    "callerEmail" TEXT,
    "postalCode" TEXT,
    "campaignId" UUID,
    "campaignSlug" TEXT NOT NULL,
    "callerIp" TEXT,
    "calledAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "representativeLevel" "GovernmentLevel",
    "outcome" TEXT,
    "notes" TEXT,

    CONSTRAINT "Call_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RepresentativeResponse" (
    "id" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "campaignSlug" TEXT NOT NULL,
    "representativeName" TEXT NOT NULL,
    "representativeTitle" TEXT,
    "representativeLevel" "GovernmentLevel" NOT NULL,
    "representativeEmail" TEXT,
    "responseType" "ResponseType" NOT NULL,
    "responseText" TEXT NOT NULL,
    "userComment" TEXT,
    "screenshotUrl" TEXT,
    "submittedByUserId" UUID,
    "submittedByName" TEXT,
    "submittedByEmail" TEXT,
    "isAnonymous" BOOLEAN NOT NULL DEFAULT false,
    "status" "ResponseStatus" NOT NULL DEFAULT 'PENDING',
    "isVerified" BOOLEAN NOT NULL DEFAULT false,
    "verificationToken" TEXT,
    "verificationSentAt" TIMESTAMPTZ(3),
    "verifiedAt" TIMESTAMPTZ(3),
    "verifiedBy" TEXT,
    "upvoteCount" INTEGER NOT NULL DEFAULT 0,
    "submittedIp" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "disputedAt" TIMESTAMPTZ(3),
    "proofSeenAt" TIMESTAMPTZ(3),
    "proofSeenByUserId" UUID,
    "moderatedAt" TIMESTAMPTZ(3),
    "moderatedByUserId" UUID,
    "locale" "Locale" NOT NULL DEFAULT 'en',

    CONSTRAINT "RepresentativeResponse_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ResponseUpvote" (
    "id" UUID NOT NULL,
    "responseId" UUID NOT NULL,
    "userId" UUID,
    "userEmail" TEXT,
    "upvotedIp" TEXT,
    "ipHash" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ResponseUpvote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EmailLog" (
    "id" UUID NOT NULL,
    "recipientEmail" TEXT NOT NULL,
    "senderName" TEXT,
    "senderEmail" TEXT,
    "subject" TEXT NOT NULL,
    "message" TEXT,
    "postalCode" TEXT,
    "status" TEXT NOT NULL,
    "senderIp" TEXT,
    "sentAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "templateKey" TEXT,
    "messageId" TEXT,
    "error" TEXT,

    CONSTRAINT "EmailLog_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EmailVerification" (
    "id" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "tempCampaignData" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "used" BOOLEAN NOT NULL DEFAULT false,
    "purpose" TEXT NOT NULL DEFAULT 'LETTER',
    "campaignId" UUID,
    "usedAt" TIMESTAMPTZ(3),
    "locale" "Locale" NOT NULL DEFAULT 'en',

    CONSTRAINT "EmailVerification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Location" (
    "id" UUID NOT NULL,
    "latitude" DECIMAL(10,8) NOT NULL,
    "longitude" DECIMAL(11,8) NOT NULL,
    "address" TEXT NOT NULL,
    "postalCode" TEXT,
    "province" TEXT,
    "federalDistrict" TEXT,
    "buildingUse" INTEGER,
    "locGuid" TEXT,
    "buildingType" "BuildingType" NOT NULL DEFAULT 'SINGLE_FAMILY',
    "totalUnits" INTEGER NOT NULL DEFAULT 1,
    "buildingNotes" TEXT,
    "geocodeConfidence" INTEGER,
    "geocodeProvider" "GeocodeProvider",
    "createdByUserId" UUID,
    "updatedByUserId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "lastVisitedAt" TIMESTAMPTZ(3),
    "civicNumber" INTEGER,
    "civicSuffix" TEXT,
    "streetName" TEXT,
    "streetType" TEXT,
    "streetDirection" TEXT,
    "municipality" TEXT,
    "municipalityFr" TEXT,
    "censusSubdivision" TEXT,
    "searchKey" TEXT NOT NULL DEFAULT '',
    "mapCell" BIGINT NOT NULL,
    "archivedAt" TIMESTAMPTZ(3),
    "source" TEXT,
    "externalId" TEXT,
    "importRunId" UUID,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Location_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Address" (
    "id" UUID NOT NULL,
    "locationId" UUID NOT NULL,
    "unitNumber" TEXT,
    "addrGuid" TEXT,
    "firstName" TEXT,
    "lastName" TEXT,
    "email" TEXT,
    "phone" TEXT,
    "supportLevel" "SupportLevel",
    "sign" BOOLEAN NOT NULL DEFAULT false,
    "signSize" TEXT,
    "notes" TEXT,
    "createdByUserId" UUID,
    "updatedByUserId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "supportDeclined" BOOLEAN NOT NULL DEFAULT false,
    "leanCode" TEXT,
    "lastVisitedAt" TIMESTAMPTZ(3),
    "lastOutcome" "VisitOutcome",
    "doNotContact" BOOLEAN NOT NULL DEFAULT false,
    "externalId" TEXT,
    "importRunId" UUID,

    CONSTRAINT "Address_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Resident" (
    "id" UUID NOT NULL,
    "addressId" UUID NOT NULL,
    "isPrimary" BOOLEAN NOT NULL DEFAULT false,
    "firstName" TEXT,
    "lastName" TEXT,
    "phone" TEXT,
    "email" TEXT,
    "language" TEXT,
    "supportLevel" "SupportLevel",
    "supportDeclined" BOOLEAN NOT NULL DEFAULT false,
    "leanCode" TEXT,
    "doNotContact" BOOLEAN NOT NULL DEFAULT false,
    "doNotContactAt" TIMESTAMPTZ(3),
    "notes" TEXT,
    "source" TEXT,
    "externalId" TEXT,
    "createdByUserId" UUID,
    "updatedByUserId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Resident_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LocationHistory" (
    "id" UUID NOT NULL,
    "locationId" UUID NOT NULL,
    "userId" UUID,
    "action" "LocationHistoryAction" NOT NULL,
    "field" TEXT,
    "oldValue" TEXT,
    "newValue" TEXT,
    "metadata" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LocationHistory_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Shift" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT,
    "date" DATE NOT NULL,
    "startTime" TEXT NOT NULL,
    "endTime" TEXT NOT NULL,
    "location" TEXT,
    "maxVolunteers" INTEGER NOT NULL,
    "currentVolunteers" INTEGER NOT NULL DEFAULT 0,
    "status" "ShiftStatus" NOT NULL DEFAULT 'OPEN',
    "isPublic" BOOLEAN NOT NULL DEFAULT true,
    "cutId" UUID,
    "createdBy" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "translations" JSONB,
    "captainUserId" UUID,
    "kind" "ShiftKind" NOT NULL DEFAULT 'CANVASS',
    "openPlaces" INTEGER NOT NULL,
    "latitude" DECIMAL(10,8),
    "longitude" DECIMAL(11,8),
    "scriptId" UUID,
    "remindersSentAt" TIMESTAMPTZ(3),
    "isDemo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Shift_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ShiftSignup" (
    "id" UUID NOT NULL,
    "shiftId" UUID NOT NULL,
    "shiftTitle" TEXT NOT NULL,
    "userId" UUID,
    "userEmail" TEXT,
    "userName" TEXT NOT NULL,
    "userPhone" TEXT,
    "signupDate" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "status" "SignupStatus" NOT NULL DEFAULT 'CONFIRMED',
    "signupSource" "SignupSource" NOT NULL,
    "locale" "Locale" NOT NULL DEFAULT 'en',
    "checkedInAt" TIMESTAMPTZ(3),
    "cancelledAt" TIMESTAMPTZ(3),
    "remindedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ShiftSignup_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Cut" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "color" TEXT NOT NULL DEFAULT '#3388ff',
    "opacity" DECIMAL(3,2) NOT NULL DEFAULT 0.3,
    "category" "CutCategory" NOT NULL DEFAULT 'CUSTOM',
    "isPublic" BOOLEAN NOT NULL DEFAULT false,
    "isOfficial" BOOLEAN NOT NULL DEFAULT false,
    "geojson" TEXT NOT NULL,
    "bounds" TEXT,
    "showLocations" BOOLEAN NOT NULL DEFAULT true,
    "exportEnabled" BOOLEAN NOT NULL DEFAULT true,
    "assignedTo" TEXT,
    "filterSettings" JSONB,
    "lastCanvassed" TIMESTAMPTZ(3),
    "completionPercentage" INTEGER NOT NULL DEFAULT 0,
    "createdByUserId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "source" TEXT NOT NULL DEFAULT 'drawn',
    "externalId" TEXT,
    "translations" JSONB,
    "parentCutId" UUID,
    "boundaryId" UUID,
    "addressCount" INTEGER NOT NULL DEFAULT 0,
    "visitedCount" INTEGER NOT NULL DEFAULT 0,
    "membershipStale" BOOLEAN NOT NULL DEFAULT false,
    "importRunId" UUID,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Cut_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CutLocation" (
    "cutId" UUID NOT NULL,
    "locationId" UUID NOT NULL,

    CONSTRAINT "CutLocation_pkey" PRIMARY KEY ("cutId","locationId")
);

-- CreateTable
CREATE TABLE "CutAddress" (
    "cutId" UUID NOT NULL,
    "addressId" UUID NOT NULL,

    CONSTRAINT "CutAddress_pkey" PRIMARY KEY ("cutId","addressId")
);

-- CreateTable
CREATE TABLE "TurfAssignment" (
    "id" UUID NOT NULL,
    "shiftId" UUID NOT NULL,
    "cutId" UUID NOT NULL,
    "handedOutAt" TIMESTAMPTZ(3),
    "returnedAt" TIMESTAMPTZ(3),
    "handedOutByUserId" UUID,
    "notes" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TurfAssignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TurfAssignmentPerson" (
    "turfAssignmentId" UUID NOT NULL,
    "userId" UUID NOT NULL,

    CONSTRAINT "TurfAssignmentPerson_pkey" PRIMARY KEY ("turfAssignmentId","userId")
);

-- CreateTable
CREATE TABLE "Boundary" (
    "id" UUID NOT NULL,
    "set" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "nameFr" TEXT,
    "geometry" JSONB NOT NULL,
    "source" TEXT NOT NULL,
    "validFrom" DATE NOT NULL,
    "validTo" DATE,
    "west" DOUBLE PRECISION NOT NULL,
    "south" DOUBLE PRECISION NOT NULL,
    "east" DOUBLE PRECISION NOT NULL,
    "north" DOUBLE PRECISION NOT NULL,
    "importRunId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Boundary_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MapLine" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT,
    "geometry" JSONB NOT NULL,
    "source" TEXT NOT NULL,
    "externalId" TEXT,
    "west" DOUBLE PRECISION NOT NULL,
    "south" DOUBLE PRECISION NOT NULL,
    "east" DOUBLE PRECISION NOT NULL,
    "north" DOUBLE PRECISION NOT NULL,
    "importRunId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MapLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UnplacedAddress" (
    "id" UUID NOT NULL,
    "importRunId" UUID,
    "rowNumber" INTEGER,
    "address" TEXT NOT NULL,
    "unitNumber" TEXT,
    "postalCode" TEXT,
    "municipality" TEXT,
    "province" TEXT,
    "reason" TEXT NOT NULL,
    "raw" JSONB NOT NULL DEFAULT '{}',
    "candidates" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolvedAt" TIMESTAMPTZ(3),
    "resolvedLocationId" UUID,

    CONSTRAINT "UnplacedAddress_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportRun" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "status" "ImportStatus" NOT NULL DEFAULT 'QUEUED',
    "fileName" TEXT NOT NULL,
    "storageKey" TEXT,
    "options" JSONB NOT NULL DEFAULT '{}',
    "checkpoint" JSONB,
    "totalRows" INTEGER,
    "readCount" INTEGER NOT NULL DEFAULT 0,
    "createdCount" INTEGER NOT NULL DEFAULT 0,
    "changedCount" INTEGER NOT NULL DEFAULT 0,
    "sameCount" INTEGER NOT NULL DEFAULT 0,
    "rejectedCount" INTEGER NOT NULL DEFAULT 0,
    "rejectedKey" TEXT,
    "error" TEXT,
    "startedByUserId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),
    "undoneAt" TIMESTAMPTZ(3),
    "isDemo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "ImportRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportReject" (
    "id" UUID NOT NULL,
    "importRunId" UUID NOT NULL,
    "rowNumber" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "detail" TEXT,
    "raw" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "ImportReject_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MapTileCount" (
    "zoom" INTEGER NOT NULL,
    "cell" BIGINT NOT NULL,
    "dimension" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "MapTileCount_pkey" PRIMARY KEY ("zoom","dimension","value","cell")
);

-- CreateTable
CREATE TABLE "Consent" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "wordingVersion" TEXT NOT NULL,
    "wording" TEXT,
    "source" TEXT NOT NULL,
    "locale" "Locale" NOT NULL DEFAULT 'en',
    "email" TEXT,
    "phone" TEXT,
    "userId" UUID,
    "residentId" UUID,
    "campaignId" UUID,
    "givenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "Consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Suppression" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "keyHash" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Suppression_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Outbox" (
    "id" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "availableAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "dispatchedAt" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,

    CONSTRAINT "Outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TemplateMail" (
    "id" UUID NOT NULL,
    "templateKey" TEXT NOT NULL,
    "locale" "Locale" NOT NULL DEFAULT 'en',
    "toEmail" TEXT NOT NULL,
    "toName" TEXT NOT NULL DEFAULT '',
    "variables" JSONB NOT NULL DEFAULT '{}',
    "status" "CampaignEmailStatus" NOT NULL DEFAULT 'QUEUED',
    "onceKey" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAttemptAt" TIMESTAMPTZ(3),
    "claimedBy" TEXT,
    "claimedAt" TIMESTAMPTZ(3),
    "handOverStartedAt" TIMESTAMPTZ(3),
    "sentAt" TIMESTAMPTZ(3),
    "smtpResponse" TEXT,
    "messageId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TemplateMail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Trash" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "entityId" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "snapshot" JSONB NOT NULL,
    "deletedByUserId" UUID,
    "deletedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "restoredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Trash_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorKind" TEXT NOT NULL,
    "actorUserId" UUID,
    "action" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "entityId" TEXT,
    "facts" JSONB NOT NULL DEFAULT '{}',
    "requestId" TEXT,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CounterDelta" (
    "id" UUID NOT NULL,
    "entity" TEXT NOT NULL,
    "entityId" UUID NOT NULL,
    "counter" TEXT NOT NULL,
    "delta" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CounterDelta_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 0,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "MediaWorker" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),
    "abilities" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "MediaWorker_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SiteSettings" (
    "id" TEXT NOT NULL DEFAULT 'default',
    "organizationName" TEXT NOT NULL DEFAULT '',
    "organizationShortName" TEXT NOT NULL DEFAULT '',
    "organizationLogoUrl" TEXT,
    "organizationFaviconUrl" TEXT,
    "adminColorPrimary" TEXT,
    "adminColorBgBase" TEXT,
    "publicColorPrimary" TEXT,
    "publicColorBgBase" TEXT,
    "publicColorBgContainer" TEXT,
    "publicHeaderGradient" TEXT,
    "footerText" TEXT,
    "loginSubtitle" TEXT,
    "emailFromName" TEXT,
    "smtpHost" TEXT,
    "smtpPort" INTEGER,
    "smtpUser" TEXT,
    "smtpPass" TEXT,
    "smtpFromAddress" TEXT,
    "smtpActiveProvider" TEXT NOT NULL DEFAULT 'mailhog',
    "emailTestMode" BOOLEAN NOT NULL DEFAULT false,
    "testEmailRecipient" TEXT,
    "enableInfluence" BOOLEAN NOT NULL DEFAULT true,
    "enableMap" BOOLEAN NOT NULL DEFAULT true,
    "enableNewsletter" BOOLEAN NOT NULL DEFAULT false,
    "enableLandingPages" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "translations" JSONB,
    "postalAddress" TEXT,
    "defaultLocale" "Locale" NOT NULL DEFAULT 'en',
    "locales" "Locale"[] DEFAULT ARRAY['en', 'fr']::"Locale"[],
    "timeZone" TEXT NOT NULL DEFAULT 'America/Edmonton',
    "publicUrl" TEXT,
    "signUpEnabled" BOOLEAN NOT NULL DEFAULT false,
    "smtpSecure" BOOLEAN NOT NULL DEFAULT false,
    "inboundDomain" TEXT,
    "contactEmail" TEXT,
    "contactPhone" TEXT,
    "setupSteps" JSONB NOT NULL DEFAULT '{}',
    "sendingPaused" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "SiteSettings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MapSettings" (
    "id" TEXT NOT NULL DEFAULT 'default',
    "latitude" DECIMAL(10,8) NOT NULL DEFAULT 53.5461,
    "longitude" DECIMAL(11,8) NOT NULL DEFAULT -113.4938,
    "zoom" INTEGER NOT NULL DEFAULT 11,
    "walkSheetTitle" TEXT,
    "walkSheetSubtitle" TEXT,
    "walkSheetFooter" TEXT,
    "qrCode1Url" TEXT,
    "qrCode1Label" TEXT,
    "qrCode2Url" TEXT,
    "qrCode2Label" TEXT,
    "qrCode3Url" TEXT,
    "qrCode3Label" TEXT,
    "createdBy" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "translations" JSONB,
    "basemapUrl" TEXT,
    "basemapAttribution" TEXT,

    CONSTRAINT "MapSettings_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "User_role_status_idx" ON "User"("role", "status");

-- CreateIndex
CREATE INDEX "User_status_expiresAt_idx" ON "User"("status", "expiresAt");

-- CreateIndex
CREATE INDEX "User_createdAt_idx" ON "User"("createdAt");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "RefreshToken_token_key" ON "RefreshToken"("token");

-- CreateIndex
CREATE INDEX "RefreshToken_userId_idx" ON "RefreshToken"("userId");

-- CreateIndex
CREATE INDEX "RefreshToken_familyId_idx" ON "RefreshToken"("familyId");

-- CreateIndex
CREATE INDEX "RefreshToken_predecessorId_idx" ON "RefreshToken"("predecessorId");

-- CreateIndex
CREATE INDEX "RefreshToken_expiresAt_idx" ON "RefreshToken"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "OneTimeToken_tokenHash_key" ON "OneTimeToken"("tokenHash");

-- CreateIndex
CREATE INDEX "OneTimeToken_userId_purpose_idx" ON "OneTimeToken"("userId", "purpose");

-- CreateIndex
CREATE INDEX "OneTimeToken_email_purpose_idx" ON "OneTimeToken"("email", "purpose");

-- CreateIndex
CREATE INDEX "OneTimeToken_expiresAt_idx" ON "OneTimeToken"("expiresAt");

-- CreateIndex
CREATE INDEX "CanvassSession_userId_status_idx" ON "CanvassSession"("userId", "status");

-- CreateIndex
CREATE INDEX "CanvassSession_status_lastActivityAt_idx" ON "CanvassSession"("status", "lastActivityAt");

-- CreateIndex
CREATE INDEX "CanvassSession_cutId_idx" ON "CanvassSession"("cutId");

-- CreateIndex
CREATE INDEX "CanvassSession_shiftId_idx" ON "CanvassSession"("shiftId");

-- CreateIndex
CREATE INDEX "CanvassSession_turfAssignmentId_idx" ON "CanvassSession"("turfAssignmentId");

-- CreateIndex
CREATE INDEX "CanvassVisit_addressId_visitedAt_idx" ON "CanvassVisit"("addressId", "visitedAt" DESC);

-- CreateIndex
CREATE INDEX "CanvassVisit_userId_visitedAt_idx" ON "CanvassVisit"("userId", "visitedAt" DESC);

-- CreateIndex
CREATE INDEX "CanvassVisit_shiftId_idx" ON "CanvassVisit"("shiftId");

-- CreateIndex
CREATE INDEX "CanvassVisit_sessionId_idx" ON "CanvassVisit"("sessionId");

-- CreateIndex
CREATE INDEX "CanvassVisit_residentId_idx" ON "CanvassVisit"("residentId");

-- CreateIndex
CREATE INDEX "CanvassVisit_enteredByUserId_idx" ON "CanvassVisit"("enteredByUserId");

-- CreateIndex
CREATE INDEX "CanvassVisit_visitedAt_idx" ON "CanvassVisit"("visitedAt");

-- CreateIndex
CREATE UNIQUE INDEX "TrackingSession_canvassSessionId_key" ON "TrackingSession"("canvassSessionId");

-- CreateIndex
CREATE INDEX "TrackingSession_userId_idx" ON "TrackingSession"("userId");

-- CreateIndex
CREATE INDEX "TrackingSession_isActive_lastRecordedAt_idx" ON "TrackingSession"("isActive", "lastRecordedAt");

-- CreateIndex
CREATE INDEX "TrackPoint_trackingSessionId_recordedAt_idx" ON "TrackPoint"("trackingSessionId", "recordedAt");

-- CreateIndex
CREATE UNIQUE INDEX "EmailTemplate_key_key" ON "EmailTemplate"("key");

-- CreateIndex
CREATE INDEX "EmailTemplate_category_idx" ON "EmailTemplate"("category");

-- CreateIndex
CREATE INDEX "EmailTemplate_createdByUserId_idx" ON "EmailTemplate"("createdByUserId");

-- CreateIndex
CREATE INDEX "EmailTemplate_updatedByUserId_idx" ON "EmailTemplate"("updatedByUserId");

-- CreateIndex
CREATE INDEX "EmailTemplateVariable_templateId_idx" ON "EmailTemplateVariable"("templateId");

-- CreateIndex
CREATE UNIQUE INDEX "EmailTemplateVariable_templateId_key_key" ON "EmailTemplateVariable"("templateId", "key");

-- CreateIndex
CREATE INDEX "EmailTemplateVersion_templateId_createdAt_idx" ON "EmailTemplateVersion"("templateId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "EmailTemplateVersion_createdByUserId_idx" ON "EmailTemplateVersion"("createdByUserId");

-- CreateIndex
CREATE UNIQUE INDEX "EmailTemplateVersion_templateId_versionNumber_key" ON "EmailTemplateVersion"("templateId", "versionNumber");

-- CreateIndex
CREATE INDEX "EmailTemplateTestLog_templateId_sentAt_idx" ON "EmailTemplateTestLog"("templateId", "sentAt" DESC);

-- CreateIndex
CREATE INDEX "EmailTemplateTestLog_sentByUserId_idx" ON "EmailTemplateTestLog"("sentByUserId");

-- CreateIndex
CREATE UNIQUE INDEX "LandingPage_slug_key" ON "LandingPage"("slug");

-- CreateIndex
CREATE INDEX "LandingPage_published_idx" ON "LandingPage"("published");

-- CreateIndex
CREATE INDEX "LandingPage_createdByUserId_idx" ON "LandingPage"("createdByUserId");

-- CreateIndex
CREATE INDEX "LandingPage_updatedByUserId_idx" ON "LandingPage"("updatedByUserId");

-- CreateIndex
CREATE UNIQUE INDEX "PageBlock_key_key" ON "PageBlock"("key");

-- CreateIndex
CREATE INDEX "PageBlock_type_idx" ON "PageBlock"("type");

-- CreateIndex
CREATE INDEX "PageBlock_sortOrder_idx" ON "PageBlock"("sortOrder");

-- CreateIndex
CREATE UNIQUE INDEX "Campaign_slug_key" ON "Campaign"("slug");

-- CreateIndex
CREATE INDEX "Campaign_status_highlightCampaign_createdAt_idx" ON "Campaign"("status", "highlightCampaign", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Campaign_createdByUserId_idx" ON "Campaign"("createdByUserId");

-- CreateIndex
CREATE UNIQUE INDEX "CampaignEmail_onceKey_key" ON "CampaignEmail"("onceKey");

-- CreateIndex
CREATE UNIQUE INDEX "CampaignEmail_messageId_key" ON "CampaignEmail"("messageId");

-- CreateIndex
CREATE UNIQUE INDEX "CampaignEmail_replyToken_key" ON "CampaignEmail"("replyToken");

-- CreateIndex
CREATE INDEX "CampaignEmail_campaignId_status_idx" ON "CampaignEmail"("campaignId", "status");

-- CreateIndex
CREATE INDEX "CampaignEmail_campaignId_createdAt_idx" ON "CampaignEmail"("campaignId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "CampaignEmail_userId_idx" ON "CampaignEmail"("userId");

-- CreateIndex
CREATE INDEX "CampaignEmail_status_nextAttemptAt_idx" ON "CampaignEmail"("status", "nextAttemptAt");

-- CreateIndex
CREATE INDEX "CampaignEmail_userEmail_idx" ON "CampaignEmail"("userEmail");

-- CreateIndex
CREATE INDEX "CampaignEmail_submissionId_idx" ON "CampaignEmail"("submissionId");

-- CreateIndex
CREATE INDEX "CampaignEmail_receiptTokenHash_idx" ON "CampaignEmail"("receiptTokenHash");

-- CreateIndex
CREATE INDEX "CampaignEmail_verificationId_idx" ON "CampaignEmail"("verificationId");

-- CreateIndex
CREATE INDEX "Representative_postalCode_idx" ON "Representative"("postalCode");

-- CreateIndex
CREATE INDEX "Representative_cachedAt_idx" ON "Representative"("cachedAt");

-- CreateIndex
CREATE INDEX "CustomRecipient_campaignId_idx" ON "CustomRecipient"("campaignId");

-- CreateIndex
CREATE UNIQUE INDEX "CustomRecipient_campaignId_recipientEmail_key" ON "CustomRecipient"("campaignId", "recipientEmail");

-- CreateIndex
CREATE UNIQUE INDEX "PostalCodeCache_postalCode_key" ON "PostalCodeCache"("postalCode");

-- CreateIndex
CREATE INDEX "PostalCodeCache_lastUpdated_idx" ON "PostalCodeCache"("lastUpdated");

-- CreateIndex
CREATE INDEX "Call_campaignId_calledAt_idx" ON "Call"("campaignId", "calledAt");

-- CreateIndex
CREATE UNIQUE INDEX "RepresentativeResponse_verificationToken_key" ON "RepresentativeResponse"("verificationToken");

-- CreateIndex
CREATE INDEX "RepresentativeResponse_campaignId_status_idx" ON "RepresentativeResponse"("campaignId", "status");

-- CreateIndex
CREATE INDEX "RepresentativeResponse_status_createdAt_idx" ON "RepresentativeResponse"("status", "createdAt");

-- CreateIndex
CREATE INDEX "RepresentativeResponse_submittedByUserId_idx" ON "RepresentativeResponse"("submittedByUserId");

-- CreateIndex
CREATE INDEX "RepresentativeResponse_proofSeenByUserId_idx" ON "RepresentativeResponse"("proofSeenByUserId");

-- CreateIndex
CREATE INDEX "RepresentativeResponse_moderatedByUserId_idx" ON "RepresentativeResponse"("moderatedByUserId");

-- CreateIndex
CREATE INDEX "ResponseUpvote_userId_idx" ON "ResponseUpvote"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "ResponseUpvote_responseId_userId_key" ON "ResponseUpvote"("responseId", "userId");

-- CreateIndex
CREATE UNIQUE INDEX "ResponseUpvote_responseId_upvotedIp_key" ON "ResponseUpvote"("responseId", "upvotedIp");

-- CreateIndex
CREATE INDEX "EmailLog_sentAt_idx" ON "EmailLog"("sentAt");

-- CreateIndex
CREATE INDEX "EmailLog_recipientEmail_idx" ON "EmailLog"("recipientEmail");

-- CreateIndex
CREATE UNIQUE INDEX "EmailVerification_token_key" ON "EmailVerification"("token");

-- CreateIndex
CREATE INDEX "EmailVerification_email_idx" ON "EmailVerification"("email");

-- CreateIndex
CREATE INDEX "EmailVerification_expiresAt_idx" ON "EmailVerification"("expiresAt");

-- CreateIndex
CREATE INDEX "EmailVerification_campaignId_idx" ON "EmailVerification"("campaignId");

-- CreateIndex
CREATE UNIQUE INDEX "Location_locGuid_key" ON "Location"("locGuid");

-- CreateIndex
CREATE INDEX "Location_latitude_longitude_idx" ON "Location"("latitude", "longitude");

-- CreateIndex
CREATE INDEX "Location_mapCell_idx" ON "Location"("mapCell");

-- CreateIndex
CREATE INDEX "Location_searchKey_idx" ON "Location"("searchKey" text_pattern_ops);

-- CreateIndex
CREATE INDEX "Location_postalCode_idx" ON "Location"("postalCode");

-- CreateIndex
CREATE INDEX "Location_lastVisitedAt_idx" ON "Location"("lastVisitedAt");

-- CreateIndex
CREATE INDEX "Location_createdByUserId_idx" ON "Location"("createdByUserId");

-- CreateIndex
CREATE INDEX "Location_updatedByUserId_idx" ON "Location"("updatedByUserId");

-- CreateIndex
CREATE INDEX "Location_importRunId_idx" ON "Location"("importRunId");

-- CreateIndex
CREATE UNIQUE INDEX "Location_source_externalId_key" ON "Location"("source", "externalId");

-- CreateIndex
CREATE UNIQUE INDEX "Address_addrGuid_key" ON "Address"("addrGuid");

-- CreateIndex
CREATE INDEX "Address_locationId_unitNumber_idx" ON "Address"("locationId", "unitNumber");

-- CreateIndex
CREATE INDEX "Address_supportLevel_idx" ON "Address"("supportLevel");

-- CreateIndex
CREATE INDEX "Address_externalId_idx" ON "Address"("externalId");

-- CreateIndex
CREATE INDEX "Address_createdByUserId_idx" ON "Address"("createdByUserId");

-- CreateIndex
CREATE INDEX "Address_updatedByUserId_idx" ON "Address"("updatedByUserId");

-- CreateIndex
CREATE INDEX "Address_importRunId_idx" ON "Address"("importRunId");

-- CreateIndex
CREATE INDEX "Resident_addressId_idx" ON "Resident"("addressId");

-- CreateIndex
CREATE INDEX "Resident_email_idx" ON "Resident"("email");

-- CreateIndex
CREATE INDEX "Resident_phone_idx" ON "Resident"("phone");

-- CreateIndex
CREATE INDEX "Resident_createdByUserId_idx" ON "Resident"("createdByUserId");

-- CreateIndex
CREATE INDEX "Resident_updatedByUserId_idx" ON "Resident"("updatedByUserId");

-- CreateIndex
CREATE UNIQUE INDEX "Resident_source_externalId_key" ON "Resident"("source", "externalId");

-- CreateIndex
CREATE INDEX "LocationHistory_locationId_createdAt_idx" ON "LocationHistory"("locationId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "LocationHistory_userId_idx" ON "LocationHistory"("userId");

-- CreateIndex
CREATE INDEX "Shift_cutId_idx" ON "Shift"("cutId");

-- CreateIndex
CREATE INDEX "Shift_captainUserId_idx" ON "Shift"("captainUserId");

-- CreateIndex
CREATE INDEX "Shift_scriptId_idx" ON "Shift"("scriptId");

-- CreateIndex
CREATE INDEX "Shift_date_status_idx" ON "Shift"("date", "status");

-- CreateIndex
CREATE INDEX "Shift_isPublic_date_idx" ON "Shift"("isPublic", "date");

-- CreateIndex
CREATE INDEX "ShiftSignup_shiftId_status_idx" ON "ShiftSignup"("shiftId", "status");

-- CreateIndex
CREATE INDEX "ShiftSignup_userId_idx" ON "ShiftSignup"("userId");

-- CreateIndex
CREATE INDEX "ShiftSignup_userEmail_idx" ON "ShiftSignup"("userEmail");

-- CreateIndex
CREATE UNIQUE INDEX "ShiftSignup_shiftId_userEmail_userName_key" ON "ShiftSignup"("shiftId", "userEmail", "userName");

-- CreateIndex
CREATE INDEX "Cut_category_idx" ON "Cut"("category");

-- CreateIndex
CREATE INDEX "Cut_isPublic_idx" ON "Cut"("isPublic");

-- CreateIndex
CREATE INDEX "Cut_createdByUserId_idx" ON "Cut"("createdByUserId");

-- CreateIndex
CREATE INDEX "Cut_parentCutId_idx" ON "Cut"("parentCutId");

-- CreateIndex
CREATE INDEX "Cut_boundaryId_idx" ON "Cut"("boundaryId");

-- CreateIndex
CREATE INDEX "Cut_importRunId_idx" ON "Cut"("importRunId");

-- CreateIndex
CREATE UNIQUE INDEX "Cut_name_source_key" ON "Cut"("name", "source");

-- CreateIndex
CREATE INDEX "CutLocation_locationId_idx" ON "CutLocation"("locationId");

-- CreateIndex
CREATE INDEX "CutAddress_addressId_idx" ON "CutAddress"("addressId");

-- CreateIndex
CREATE INDEX "TurfAssignment_shiftId_idx" ON "TurfAssignment"("shiftId");

-- CreateIndex
CREATE INDEX "TurfAssignment_cutId_idx" ON "TurfAssignment"("cutId");

-- CreateIndex
CREATE INDEX "TurfAssignment_handedOutByUserId_idx" ON "TurfAssignment"("handedOutByUserId");

-- CreateIndex
CREATE INDEX "TurfAssignmentPerson_userId_idx" ON "TurfAssignmentPerson"("userId");

-- CreateIndex
CREATE INDEX "Boundary_importRunId_idx" ON "Boundary"("importRunId");

-- CreateIndex
CREATE UNIQUE INDEX "Boundary_set_externalId_validFrom_key" ON "Boundary"("set", "externalId", "validFrom");

-- CreateIndex
CREATE INDEX "MapLine_kind_idx" ON "MapLine"("kind");

-- CreateIndex
CREATE INDEX "MapLine_importRunId_idx" ON "MapLine"("importRunId");

-- CreateIndex
CREATE UNIQUE INDEX "MapLine_source_externalId_key" ON "MapLine"("source", "externalId");

-- CreateIndex
CREATE INDEX "UnplacedAddress_importRunId_idx" ON "UnplacedAddress"("importRunId");

-- CreateIndex
CREATE INDEX "UnplacedAddress_resolvedAt_createdAt_idx" ON "UnplacedAddress"("resolvedAt", "createdAt");

-- CreateIndex
CREATE INDEX "ImportRun_kind_createdAt_idx" ON "ImportRun"("kind", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "ImportRun_status_idx" ON "ImportRun"("status");

-- CreateIndex
CREATE INDEX "ImportRun_startedByUserId_idx" ON "ImportRun"("startedByUserId");

-- CreateIndex
CREATE INDEX "ImportReject_importRunId_rowNumber_idx" ON "ImportReject"("importRunId", "rowNumber");

-- CreateIndex
CREATE INDEX "Consent_email_kind_idx" ON "Consent"("email", "kind");

-- CreateIndex
CREATE INDEX "Consent_phone_kind_idx" ON "Consent"("phone", "kind");

-- CreateIndex
CREATE INDEX "Consent_userId_idx" ON "Consent"("userId");

-- CreateIndex
CREATE INDEX "Consent_residentId_idx" ON "Consent"("residentId");

-- CreateIndex
CREATE INDEX "Consent_campaignId_idx" ON "Consent"("campaignId");

-- CreateIndex
CREATE UNIQUE INDEX "Suppression_kind_keyHash_key" ON "Suppression"("kind", "keyHash");

-- CreateIndex
CREATE INDEX "Outbox_dispatchedAt_idx" ON "Outbox"("dispatchedAt");

-- CreateIndex
CREATE UNIQUE INDEX "TemplateMail_onceKey_key" ON "TemplateMail"("onceKey");

-- CreateIndex
CREATE UNIQUE INDEX "TemplateMail_messageId_key" ON "TemplateMail"("messageId");

-- CreateIndex
CREATE INDEX "TemplateMail_status_nextAttemptAt_idx" ON "TemplateMail"("status", "nextAttemptAt");

-- CreateIndex
CREATE INDEX "TemplateMail_createdAt_idx" ON "TemplateMail"("createdAt");

-- CreateIndex
CREATE INDEX "Trash_kind_deletedAt_idx" ON "Trash"("kind", "deletedAt" DESC);

-- CreateIndex
CREATE INDEX "Trash_expiresAt_idx" ON "Trash"("expiresAt");

-- CreateIndex
CREATE INDEX "Trash_deletedByUserId_idx" ON "Trash"("deletedByUserId");

-- CreateIndex
CREATE INDEX "AuditEntry_at_idx" ON "AuditEntry"("at" DESC);

-- CreateIndex
CREATE INDEX "AuditEntry_entity_entityId_idx" ON "AuditEntry"("entity", "entityId");

-- CreateIndex
CREATE INDEX "AuditEntry_actorUserId_idx" ON "AuditEntry"("actorUserId");

-- CreateIndex
CREATE INDEX "CounterDelta_entity_entityId_counter_idx" ON "CounterDelta"("entity", "entityId", "counter");

-- CreateIndex
CREATE INDEX "RateLimit_expiresAt_idx" ON "RateLimit"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "MediaWorker_name_key" ON "MediaWorker"("name");

-- CreateIndex
CREATE UNIQUE INDEX "MediaWorker_tokenHash_key" ON "MediaWorker"("tokenHash");

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RefreshToken" ADD CONSTRAINT "RefreshToken_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RefreshToken" ADD CONSTRAINT "RefreshToken_predecessorId_fkey" FOREIGN KEY ("predecessorId") REFERENCES "RefreshToken"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OneTimeToken" ADD CONSTRAINT "OneTimeToken_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CanvassSession" ADD CONSTRAINT "CanvassSession_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CanvassSession" ADD CONSTRAINT "CanvassSession_cutId_fkey" FOREIGN KEY ("cutId") REFERENCES "Cut"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CanvassSession" ADD CONSTRAINT "CanvassSession_shiftId_fkey" FOREIGN KEY ("shiftId") REFERENCES "Shift"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CanvassSession" ADD CONSTRAINT "CanvassSession_turfAssignmentId_fkey" FOREIGN KEY ("turfAssignmentId") REFERENCES "TurfAssignment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CanvassVisit" ADD CONSTRAINT "CanvassVisit_addressId_fkey" FOREIGN KEY ("addressId") REFERENCES "Address"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CanvassVisit" ADD CONSTRAINT "CanvassVisit_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CanvassVisit" ADD CONSTRAINT "CanvassVisit_shiftId_fkey" FOREIGN KEY ("shiftId") REFERENCES "Shift"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CanvassVisit" ADD CONSTRAINT "CanvassVisit_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "CanvassSession"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CanvassVisit" ADD CONSTRAINT "CanvassVisit_residentId_fkey" FOREIGN KEY ("residentId") REFERENCES "Resident"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CanvassVisit" ADD CONSTRAINT "CanvassVisit_enteredByUserId_fkey" FOREIGN KEY ("enteredByUserId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrackingSession" ADD CONSTRAINT "TrackingSession_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrackingSession" ADD CONSTRAINT "TrackingSession_canvassSessionId_fkey" FOREIGN KEY ("canvassSessionId") REFERENCES "CanvassSession"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrackPoint" ADD CONSTRAINT "TrackPoint_trackingSessionId_fkey" FOREIGN KEY ("trackingSessionId") REFERENCES "TrackingSession"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EmailTemplate" ADD CONSTRAINT "EmailTemplate_createdByUserId_fkey" FOREIGN KEY ("createdByUserId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EmailTemplate" ADD CONSTRAINT "EmailTemplate_updatedByUserId_fkey" FOREIGN KEY ("updatedByUserId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EmailTemplateVariable" ADD CONSTRAINT "EmailTemplateVariable_templateId_fkey" FOREIGN KEY ("templateId") REFERENCES "EmailTemplate"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EmailTemplateVersion" ADD CONSTRAINT "EmailTemplateVersion_templateId_fkey" FOREIGN KEY ("templateId") REFERENCES "EmailTemplate"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EmailTemplateVersion" ADD CONSTRAINT "EmailTemplateVersion_createdByUserId_fkey" FOREIGN KEY ("createdByUserId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EmailTemplateTestLog" ADD CONSTRAINT "EmailTemplateTestLog_templateId_fkey" FOREIGN KEY ("templateId") REFERENCES "EmailTemplate"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EmailTemplateTestLog" ADD CONSTRAINT "EmailTemplateTestLog_sentByUserId_fkey" FOREIGN KEY ("sentByUserId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LandingPage" ADD CONSTRAINT "LandingPage_createdByUserId_fkey" FOREIGN KEY ("createdByUserId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LandingPage" ADD CONSTRAINT "LandingPage_updatedByUserId_fkey" FOREIGN KEY ("updatedByUserId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Campaign" ADD CONSTRAINT "Campaign_createdByUserId_fkey" FOREIGN KEY ("createdByUserId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CampaignEmail" ADD CONSTRAINT "CampaignEmail_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CampaignEmail" ADD CONSTRAINT "CampaignEmail_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CampaignEmail" ADD CONSTRAINT "CampaignEmail_verificationId_fkey" FOREIGN KEY ("verificationId") REFERENCES "EmailVerification"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CustomRecipient" ADD CONSTRAINT "CustomRecipient_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Call" ADD CONSTRAINT "Call_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RepresentativeResponse" ADD CONSTRAINT "RepresentativeResponse_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RepresentativeResponse" ADD CONSTRAINT "RepresentativeResponse_submittedByUserId_fkey" FOREIGN KEY ("submittedByUserId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RepresentativeResponse" ADD CONSTRAINT "RepresentativeResponse_proofSeenByUserId_fkey" FOREIGN KEY ("proofSeenByUserId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RepresentativeResponse" ADD CONSTRAINT "RepresentativeResponse_moderatedByUserId_fkey" FOREIGN KEY ("moderatedByUserId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ResponseUpvote" ADD CONSTRAINT "ResponseUpvote_responseId_fkey" FOREIGN KEY ("responseId") REFERENCES "RepresentativeResponse"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ResponseUpvote" ADD CONSTRAINT "ResponseUpvote_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EmailVerification" ADD CONSTRAINT "EmailVerification_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Location" ADD CONSTRAINT "Location_createdByUserId_fkey" FOREIGN KEY ("createdByUserId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Location" ADD CONSTRAINT "Location_updatedByUserId_fkey" FOREIGN KEY ("updatedByUserId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Location" ADD CONSTRAINT "Location_importRunId_fkey" FOREIGN KEY ("importRunId") REFERENCES "ImportRun"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Address" ADD CONSTRAINT "Address_locationId_fkey" FOREIGN KEY ("locationId") REFERENCES "Location"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Address" ADD CONSTRAINT "Address_createdByUserId_fkey" FOREIGN KEY ("createdByUserId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Address" ADD CONSTRAINT "Address_updatedByUserId_fkey" FOREIGN KEY ("updatedByUserId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Address" ADD CONSTRAINT "Address_importRunId_fkey" FOREIGN KEY ("importRunId") REFERENCES "ImportRun"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Resident" ADD CONSTRAINT "Resident_addressId_fkey" FOREIGN KEY ("addressId") REFERENCES "Address"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Resident" ADD CONSTRAINT "Resident_createdByUserId_fkey" FOREIGN KEY ("createdByUserId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Resident" ADD CONSTRAINT "Resident_updatedByUserId_fkey" FOREIGN KEY ("updatedByUserId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LocationHistory" ADD CONSTRAINT "LocationHistory_locationId_fkey" FOREIGN KEY ("locationId") REFERENCES "Location"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LocationHistory" ADD CONSTRAINT "LocationHistory_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Shift" ADD CONSTRAINT "Shift_cutId_fkey" FOREIGN KEY ("cutId") REFERENCES "Cut"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Shift" ADD CONSTRAINT "Shift_captainUserId_fkey" FOREIGN KEY ("captainUserId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Shift" ADD CONSTRAINT "Shift_scriptId_fkey" FOREIGN KEY ("scriptId") REFERENCES "CanvassScript"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ShiftSignup" ADD CONSTRAINT "ShiftSignup_shiftId_fkey" FOREIGN KEY ("shiftId") REFERENCES "Shift"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ShiftSignup" ADD CONSTRAINT "ShiftSignup_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Cut" ADD CONSTRAINT "Cut_createdByUserId_fkey" FOREIGN KEY ("createdByUserId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Cut" ADD CONSTRAINT "Cut_parentCutId_fkey" FOREIGN KEY ("parentCutId") REFERENCES "Cut"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Cut" ADD CONSTRAINT "Cut_boundaryId_fkey" FOREIGN KEY ("boundaryId") REFERENCES "Boundary"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Cut" ADD CONSTRAINT "Cut_importRunId_fkey" FOREIGN KEY ("importRunId") REFERENCES "ImportRun"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CutLocation" ADD CONSTRAINT "CutLocation_cutId_fkey" FOREIGN KEY ("cutId") REFERENCES "Cut"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CutLocation" ADD CONSTRAINT "CutLocation_locationId_fkey" FOREIGN KEY ("locationId") REFERENCES "Location"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CutAddress" ADD CONSTRAINT "CutAddress_cutId_fkey" FOREIGN KEY ("cutId") REFERENCES "Cut"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CutAddress" ADD CONSTRAINT "CutAddress_addressId_fkey" FOREIGN KEY ("addressId") REFERENCES "Address"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TurfAssignment" ADD CONSTRAINT "TurfAssignment_shiftId_fkey" FOREIGN KEY ("shiftId") REFERENCES "Shift"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TurfAssignment" ADD CONSTRAINT "TurfAssignment_cutId_fkey" FOREIGN KEY ("cutId") REFERENCES "Cut"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TurfAssignment" ADD CONSTRAINT "TurfAssignment_handedOutByUserId_fkey" FOREIGN KEY ("handedOutByUserId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TurfAssignmentPerson" ADD CONSTRAINT "TurfAssignmentPerson_turfAssignmentId_fkey" FOREIGN KEY ("turfAssignmentId") REFERENCES "TurfAssignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TurfAssignmentPerson" ADD CONSTRAINT "TurfAssignmentPerson_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Boundary" ADD CONSTRAINT "Boundary_importRunId_fkey" FOREIGN KEY ("importRunId") REFERENCES "ImportRun"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MapLine" ADD CONSTRAINT "MapLine_importRunId_fkey" FOREIGN KEY ("importRunId") REFERENCES "ImportRun"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnplacedAddress" ADD CONSTRAINT "UnplacedAddress_importRunId_fkey" FOREIGN KEY ("importRunId") REFERENCES "ImportRun"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportRun" ADD CONSTRAINT "ImportRun_startedByUserId_fkey" FOREIGN KEY ("startedByUserId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportReject" ADD CONSTRAINT "ImportReject_importRunId_fkey" FOREIGN KEY ("importRunId") REFERENCES "ImportRun"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_residentId_fkey" FOREIGN KEY ("residentId") REFERENCES "Resident"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Trash" ADD CONSTRAINT "Trash_deletedByUserId_fkey" FOREIGN KEY ("deletedByUserId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditEntry" ADD CONSTRAINT "AuditEntry_actorUserId_fkey" FOREIGN KEY ("actorUserId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
